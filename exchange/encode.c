// SPDX-License-Identifier: MIT
// The other way of decode.h, apart so that the read-only program can export without reading.
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "core/i18n.h"
#include "exchange/decode.h"

enum err decode_is_gb18030(const char *encoding, bool *out)
{
	static const struct { const char *name; bool gb; } names[] = {
		{"utf-8", false}, {"utf8", false}, {"gb18030", true}, {"gbk", true}, {"gb2312", true},
	};
	*out = false;
	if (encoding == NULL)
		return ERR_OK;
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		if (strcasecmp(names[i].name, encoding) == 0) {
			*out = names[i].gb;
			return ERR_OK;
		}
	}
	return err_set(ERR_USAGE, _("there is no encoding %s here; it is utf-8 or gb18030"), encoding);
}

// *OUT NULL where TEXT is not UTF-8. 2 bytes become at most 4.
static enum err convert(const char *text, size_t len, char **out, size_t *out_len)
{
	size_t room = 2 * len + 1, left = room - 1, rest = len;
	char *bytes = malloc(room), *end = bytes, *next = (char *)(size_t)text;
	iconv_t converter = iconv_open("GB18030", "UTF-8");
	*out = NULL;
	if (bytes == NULL || converter == (iconv_t)-1) {
		free(bytes);
		return bytes == NULL ? err_set(ERR_MEMORY, "%s", _("no memory"))
				     : err_set(ERR_IO, "%s", _("this system has no GB18030; use UTF-8"));
	}
	bool whole = iconv(converter, &next, &rest, &end, &left) != (size_t)-1 && rest == 0;
	iconv_close(converter);
	*end = '\0';
	*out_len = (size_t)(end - bytes);
	if (whole)
		*out = bytes;
	else
		free(bytes);
	return ERR_OK;
}

enum err decode_to_gb18030(const char *text, size_t len, char **out, size_t *out_len)
{
	enum err err = convert(text, len, out, out_len);
	if (err == ERR_OK && *out == NULL)
		return err_set(ERR_INPUT, "%s", _("the file holds text that is not UTF-8; duibiao verify tells more"));
	return err;
}
