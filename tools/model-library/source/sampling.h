// Choosing the next token on the graphics device, and what may change the logits before.
#pragma once
#include "values.h"

namespace curbside {

int32_t softmaxWithTemperature(FunctionObject*, Value* arguments, int32_t, Value* result);
int32_t passProbabilities(FunctionObject*, Value* arguments, int32_t, Value* result);
int32_t sampleWithTopP(FunctionObject*, Value* arguments, int32_t, Value* result);
int32_t applyBitmask(FunctionObject*, Value* arguments, int32_t, Value*);
int32_t applyLogitBias(FunctionObject*, Value* arguments, int32_t, Value*);
int32_t applyPenalty(FunctionObject*, Value* arguments, int32_t, Value*);

}  // namespace curbside
