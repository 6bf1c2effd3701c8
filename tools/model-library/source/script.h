// The two functions that WebLLM's JavaScript lends to a library: calling one of its functions, and letting go of it.
#pragma once
#include "values.h"

#define CURBSIDE_IMPORT(name) extern "C" __attribute__((import_module("env"), import_name(#name)))

CURBSIDE_IMPORT(TVMFFIWasmSafeCall)
int32_t callScriptFunction(int32_t function, void* arguments, int32_t count, void* result);
CURBSIDE_IMPORT(TVMFFIWasmFunctionDeleter)
void deleteScriptFunction(int32_t function);
