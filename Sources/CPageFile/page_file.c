// SwiftPM wants a source in a target of C: this one checks the layout that the header promises.
#include "page_file.h"

#include <stddef.h>

_Static_assert(offsetof(airlock_page_file, base) == 0, "SQLite looks for its own member first");
_Static_assert(sizeof(airlock_page_file) % 8 == 0, "the base VFS's record follows, aligned");
