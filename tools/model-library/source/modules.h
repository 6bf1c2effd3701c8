// The modules in which WebLLM looks for a model's functions.
#pragma once

namespace curbside {

void registerModuleFunctions();

}  // namespace curbside
