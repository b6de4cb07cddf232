// SPDX-License-Identifier: MIT
// See xlsx_lib.h. The Makefile gives the full name of the library whose header was compiled with; without a version only a
// development package answers to it.
#include "exchange/xlsx_lib.h"

#include <dlfcn.h>
#include <stddef.h>
#include <string.h>

#include "core/i18n.h"

#ifndef XLSX_SONAME
#define XLSX_SONAME "libxlsxwriter.so"
#endif

static const struct { const char *name; size_t at; } functions[] = {
#define X(name) {#name, offsetof(struct xlsx_lib, name)},
	XLSX_FUNCTIONS(X)
#undef X
};

enum err xlsx_lib_open(struct xlsx_lib *lib)
{
	*lib = (struct xlsx_lib){.handle = dlopen(XLSX_SONAME, RTLD_NOW | RTLD_LOCAL)};
	if (lib->handle == NULL)
		return err_set(ERR_IO, _("a spreadsheet needs %s, which is not installed here; any other format does without it"), XLSX_SONAME);
	for (size_t i = 0; i < sizeof functions / sizeof functions[0]; i++) {
		void *found = dlsym(lib->handle, functions[i].name);
		if (found == NULL) {
			xlsx_lib_close(lib);
			return err_set(ERR_IO, _("%s has no %s"), XLSX_SONAME, functions[i].name);
		}
		memcpy((char *)lib + functions[i].at, &found, sizeof found);
	}
	return ERR_OK;
}

void xlsx_lib_close(struct xlsx_lib *lib)
{
	if (lib->handle != NULL)
		dlclose(lib->handle);
	lib->handle = NULL;
}
