// Named functions: our own, entered at start, and those that WebLLM's JavaScript adds.
#include "globals.h"

namespace curbside {
namespace {

constexpr int kMostGlobals = 256;

struct Entry {
  TextObject* name;
  FunctionObject* function;
};

Entry entries[kMostGlobals];
int entryCount;

Entry* find(const char* name, uint32_t length) {
  for (int i = 0; i < entryCount; i++) {
    const Span known = entries[i].name->span;
    if (known.length == length && equals(name, length, known.start)) return &entries[i];
  }
  return nullptr;
}

// JavaScript asks with -1 for the number of names and then for each of them.
int32_t nameAt(FunctionObject*, Value* arguments, int32_t count, Value* result) {
  const int64_t wanted = count > 0 ? readInteger(arguments[0]) : -1;
  if (wanted < 0 || wanted >= entryCount) {
    *result = integerValue(entryCount);
    return 0;
  }
  retain(entries[wanted].name);
  give(result, entries[wanted].name);
  return 0;
}

int32_t listNames(FunctionObject*, Value*, int32_t, Value* result) {
  give(result, createFunction(nameAt));
  return 0;
}

constexpr NamedBody kFunctions[] = {{"ffi.FunctionListGlobalNamesFunctor", listNames}};

}  // namespace

FunctionObject* findGlobal(const char* name, uint32_t length) {
  const Entry* entry = find(name, length);
  return entry == nullptr ? nullptr : entry->function;
}

void setGlobal(const char* name, uint32_t length, FunctionObject* function) {
  Entry* entry = find(name, length);
  if (entry != nullptr) {
    drop(entry->function);
    entry->function = function;
    return;
  }
  if (entryCount == kMostGlobals) __builtin_trap();
  entries[entryCount++] = {createText(kText, name, length), function};
}

int32_t call(FunctionObject* function, Value* arguments, int32_t count, Value* result) {
  *result = Value{};
  return function->body(function, arguments, count, result);
}

void registerAll(const NamedBody* functions, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    setGlobal(functions[i].name, lengthOf(functions[i].name), createFunction(functions[i].body));
  }
}

void registerGlobalNames() { registerAll(kFunctions, 1); }

}  // namespace curbside
