/* unistd.h has it only with _GNU_SOURCE, which the importer of Swift doesn't set. */
int syncfs(int descriptor);
