// Keys and values of the tokens seen so far, growing with the conversation.
#pragma once
#include "values.h"

namespace curbside {

int32_t createCache(FunctionObject*, Value* arguments, int32_t, Value* result);
void registerCacheFunctions();

}  // namespace curbside
