// The transformer itself: token embeddings, and one forward pass over new tokens.
#pragma once
#include "values.h"

namespace curbside {

int32_t embedTokens(FunctionObject*, Value* arguments, int32_t, Value* result);
int32_t forward(FunctionObject*, Value* arguments, int32_t, Value* result);

}  // namespace curbside
