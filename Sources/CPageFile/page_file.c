// SwiftPM wants a source in a target of C: this one checks the layout that the header promises.
#include "page_file.h"

#include <sqlite3.h>
#include <stddef.h>

_Static_assert(offsetof(airlock_page_file, methods) == offsetof(sqlite3_file, pMethods),
               "SQLite looks for its own member first");
_Static_assert(sizeof(sqlite3_file) == sizeof(void *), "and has no other");
_Static_assert(sizeof(airlock_page_file) % 8 == 0, "the base VFS's record follows, aligned");
