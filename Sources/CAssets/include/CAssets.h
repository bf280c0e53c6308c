#ifndef AIRLOCK_ASSETS_H
#define AIRLOCK_ASSETS_H

#include <stddef.h>

/// The bytes of a file that was embedded when this program was built. They live as long as it.
struct airlock_asset {
  const unsigned char *bytes;
  size_t size;
};

/// Looks up a file of the pages by its name, such as "css/base.css".
/// Gives a null pointer and size 0 for a name that isn't there, and for a font whose Debian
/// package was not installed when this program was built.
struct airlock_asset airlock_asset_named(const char *name);

#endif
