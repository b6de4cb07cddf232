// SPDX-License-Identifier: MIT
// the code of busy.h. A process of another machine, or of one who hides his processes, stays unknown.
#include "cli/busy.h"

#include <pwd.h>
#include <sys/stat.h>

#include "core/i18n.h"
#include "core/report.h"
#include "core/text.h"
#include "db/db_write.h"

// By the name that the file knows of the account, else by the account.
static bool name_holder(const struct context *context, char *out, size_t cap)
{
	char path[64];
	struct stat status;
	pid_t pid;
	if (!db_holder(context->store, &pid) || stat(text_format(path, sizeof path, "/proc/%ld", (long)pid), &status) != 0)
		return false;
	const struct passwd *account = getpwuid(status.st_uid);
	if (account == NULL)
		return false;
	text_format(out, cap, "%s", account->pw_name);
	struct operator who = {.account = out};
	char name[201];
	if (store_get_operator(context->store, context->plan, &who) == ERR_OK && who.change != 0) {
		text_format(name, sizeof name, "%s", who.name);
		text_format(out, cap, "%s", name);
	}
	return true;
}

enum err busy_explain(const struct context *context)
{
	char who[201];
	if (name_holder(context, who, sizeof who))
		return err_set(ERR_BUSY, _("%s keeps the file, and it was waited for in vain; nothing is saved. What you typed is kept: try again."), who);
	return err_set(ERR_BUSY, _("Another desk keeps the file, and it was waited for in vain; nothing is saved. What you typed is kept: try again."));
}
