#pragma once

// What the command needs of the system and Swift cannot call.

/// Lets faults end the program with a message: out of memory or descriptors with `resource_code`, all others with
/// `fault_code`.
///
/// Nothing is changed in a build with a sanitizer, which reports faults itself, nor where SWIFT_BACKTRACE says
/// `enable=yes`.
void system_watch_faults(int fault_code, int resource_code);

/// Two files change names; -1 with `errno` set if they cannot.
int system_exchange(const char *one, const char *other);

/// A file takes a name that is free; -1 with `errno` set if it is not.
///
/// Where the file system knows no such rename, the file keeps its old name beside the new one.
int system_rename_if_free(const char *old, const char *new_name);
