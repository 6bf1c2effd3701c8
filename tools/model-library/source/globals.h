// The table of named functions through which WebLLM and this library find each other.
#pragma once
#include "values.h"

namespace curbside {

struct NamedBody {
  const char* name;
  Body body;
};

FunctionObject* findGlobal(const char* name, uint32_t length);
void setGlobal(const char* name, uint32_t length, FunctionObject* function);
int32_t call(FunctionObject* function, Value* arguments, int32_t count, Value* result);
void registerAll(const NamedBody* functions, uint32_t count);
void registerGlobalNames();

}  // namespace curbside
