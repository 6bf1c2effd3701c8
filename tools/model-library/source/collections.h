// Arrays, shapes and the cache of weights by name.
#pragma once

namespace curbside {

void registerCollectionFunctions();

}  // namespace curbside
