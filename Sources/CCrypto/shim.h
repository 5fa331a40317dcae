#ifndef CCRYPTO_SHIM_H
#define CCRYPTO_SHIM_H

/* The state of a SHA-256 as a plain value: copied without a call, as hashes with one key for a
   million short messages want it. The newer interface (EVP) allocates and looks up for each. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/rand.h>
#include <openssl/sha.h>

#endif
