// What WebLLM's JavaScript calls by export name.
#include "collections.h"
#include "globals.h"
#include "key-value-cache.h"
#include "modules.h"
#include "script.h"
#include "tensors.h"
#include "values.h"

#define CURBSIDE_EXPORT(name) extern "C" __attribute__((export_name(#name)))

using namespace curbside;

namespace {

struct TypeName {
  int32_t index;
  const char* name;
};
constexpr TypeName kTypeNames[] = {{kText, "ffi.String"},   {kBytes, "ffi.Bytes"},   {kFunction, "ffi.Function"},
                                   {kShape, "ffi.Shape"},   {kTensor, "ffi.Tensor"}, {kArray, "ffi.Array"},
                                   {kModule, "ffi.Module"}, {kCacheState, "curbside.CacheState"}};

// The part of TVM's type description that WebLLM reads.
struct TypeInformation {
  int32_t index;
  int32_t depth;
  Span name;
};
TypeInformation typeInformation;

struct NumberType {
  uint8_t code;
  uint8_t bits;
  uint16_t lanes;
};

bool isStarted;

int32_t runScriptFunction(FunctionObject* self, Value* arguments, int32_t count, Value* result) {
  return callScriptFunction(self->scriptFunction, arguments, count, result);
}

void start() {
  if (isStarted) return;
  isStarted = true;
  registerGlobalNames();
  registerTensorFunctions();
  registerCollectionFunctions();
  registerCacheFunctions();
  registerModuleFunctions();
}

}  // namespace

CURBSIDE_EXPORT(_initialize) void exportInitialise() { start(); }

CURBSIDE_EXPORT(TVMWasmAllocSpace) void* exportAllocate(int32_t bytes) {
  return allocate(static_cast<uint32_t>(bytes));
}

CURBSIDE_EXPORT(TVMWasmFreeSpace) void exportFree(void* memory) { release(memory); }

CURBSIDE_EXPORT(TVMFFIWasmGetLastError) const char* exportLastError() { return lastFailure(); }

CURBSIDE_EXPORT(TVMFFIWasmFunctionCreate) int32_t exportCreateFunction(int32_t scriptFunction, Object** created) {
  *created = createFunction(runScriptFunction, scriptFunction);
  return 0;
}

CURBSIDE_EXPORT(TVMFFIFunctionGetGlobal) int32_t exportFindGlobal(const Span* name, Object** found) {
  start();
  FunctionObject* function = findGlobal(name->start, name->length);
  retain(function);
  *found = function;
  return 0;
}

CURBSIDE_EXPORT(TVMFFIFunctionSetGlobal)
int32_t exportSetGlobal(const Span* name, Object* function, int32_t mayReplace) {
  if (mayReplace == 0 && findGlobal(name->start, name->length) != nullptr) {
    return fail("A function of this name is already registered.");
  }
  retain(function);
  setGlobal(name->start, name->length, static_cast<FunctionObject*>(function));
  return 0;
}

CURBSIDE_EXPORT(TVMFFIFunctionCall)
int32_t exportCall(FunctionObject* function, Value* arguments, int32_t count, Value* result) {
  return call(function, arguments, count, result);
}

CURBSIDE_EXPORT(TVMFFIObjectIncRef) int32_t exportRetain(Object* object) {
  retain(object);
  return 0;
}

CURBSIDE_EXPORT(TVMFFIObjectDecRef) int32_t exportDrop(Object* object) {
  drop(object);
  return 0;
}

CURBSIDE_EXPORT(TVMFFIAnyViewToOwnedAny) int32_t exportCopyOwned(const Value* view, Value* owned) {
  copyOwned(view, owned);
  return 0;
}

CURBSIDE_EXPORT(TVMFFIErrorSetRaisedFromCStr) void exportSetError(const char*, const char* sentence) {
  fail(sentence);
}

CURBSIDE_EXPORT(TVMFFITypeKeyToIndex) int32_t exportTypeIndex(const Span* name, int32_t* index) {
  for (const TypeName& known : kTypeNames) {
    if (!equals(name->start, name->length, known.name)) continue;
    *index = known.index;
    return 0;
  }
  return fail("This library does not have a type that was asked for.");
}

CURBSIDE_EXPORT(TVMFFIGetTypeInfo) TypeInformation* exportTypeInformation(int32_t index) {
  typeInformation = {index, 0, {"", 0}};
  for (const TypeName& known : kTypeNames) {
    if (known.index == index) typeInformation.name = {known.name, lengthOf(known.name)};
  }
  return &typeInformation;
}

CURBSIDE_EXPORT(TVMFFIDataTypeToString) int32_t exportNumberName(const NumberType* number, Value* result) {
  const char* name = nameOfNumber(number->code, number->bits);
  give(result, createText(kText, name, lengthOf(name)));
  return 0;
}
