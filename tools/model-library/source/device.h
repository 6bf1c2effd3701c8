// Memory on the graphics device, reached through the functions of WebLLM's WebGPU layer.
#pragma once
#include "values.h"

namespace curbside {

uint32_t allocateGraphicsMemory(uint32_t bytes);
void freeGraphicsMemory(uint32_t address, uint32_t bytes);
int32_t copyTensor(TensorObject* from, TensorObject* to, uint32_t toOffset, uint32_t bytes);
void loseDevice();

}  // namespace curbside
