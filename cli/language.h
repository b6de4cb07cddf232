// SPDX-License-Identifier: MIT
// Locale and language of the process: what characters the terminal takes, and in which language messages are.
#ifndef CLI_LANGUAGE_H
#define CLI_LANGUAGE_H

#include "core/settings.h"

// Take the environment's locale; one that is unset or not installed becomes C.UTF-8. Returns the name of one that is not
// installed, else NULL. An explicit C or POSIX stays: ASCII, English.
const char *language_take_locale(void);
// The name of the present locale when it has no Chinese characters (C, POSIX), else NULL; and to C.UTF-8, for the screens.
const char *language_without_han(void);
void language_fall_back(void);
// Messages from ../share/locale beside the program; the language by setting, else by LANGUAGE, else Chinese.
void language_bind(const struct settings *settings);
// From glibc 2.39 on nothing is translated while the locale of messages is C.UTF-8, which is all that a bare system has. Then
// messages get a locale that the build makes in FOLDER (po/messages.locale); characters stay those of C.UTF-8.
void language_leave_c(const char *folder);

#endif
