// What WebLLM keeps together: lists of values, shapes, and the weights it has read, by name.
#include "collections.h"

#include "globals.h"
#include "tensors.h"

namespace curbside {
namespace {

constexpr int kMostWeights = 2048;

struct Weight {
  TextObject* name;
  TensorObject* tensor;
};
Weight weights[kMostWeights];
int weightCount;

int findWeight(Span name) {
  for (int i = 0; i < weightCount; i++) {
    const Span known = weights[i].name->span;
    if (known.length == name.length && equals(name.start, name.length, known.start)) return i;
  }
  return -1;
}

void removeAt(int index) {
  drop(weights[index].name);
  drop(weights[index].tensor);
  weights[index] = weights[--weightCount];
}

int32_t updateWeight(FunctionObject*, Value* arguments, int32_t, Value*) {
  const Span name = readText(arguments[0]);
  const int index = findWeight(name);
  if (index < 0 && weightCount == kMostWeights) return fail("A model may have % weights at most.", kMostWeights);
  retain(arguments[1].object);
  if (index >= 0) {
    drop(weights[index].tensor);
    weights[index].tensor = tensorAt(arguments, 1);
  } else {
    weights[weightCount++] = {createText(kText, name.start, name.length), tensorAt(arguments, 1)};
  }
  return 0;
}

int32_t readWeight(FunctionObject*, Value* arguments, int32_t, Value* result) {
  const int index = findWeight(readText(arguments[0]));
  if (index < 0) return 0;
  retain(weights[index].tensor);
  give(result, weights[index].tensor);
  return 0;
}

int32_t removeWeight(FunctionObject*, Value* arguments, int32_t, Value*) {
  const int index = findWeight(readText(arguments[0]));
  if (index >= 0) removeAt(index);
  return 0;
}

int32_t clearWeights(FunctionObject*, Value*, int32_t, Value*) {
  while (weightCount > 0) removeAt(weightCount - 1);
  return 0;
}

int32_t collectWeights(FunctionObject*, Value* arguments, int32_t, Value* result) {
  const ArrayObject* names = arrayAt(arguments, 0);
  ArrayObject* found = createArray(names->count);
  for (uint32_t i = 0; i < names->count; i++) {
    const int index = findWeight(readText(names->items[i]));
    if (index < 0) {
      drop(found);
      return fail("Weight % of the % that this model lists was not in its files.", i + 1, names->count);
    }
    retain(weights[index].tensor);
    give(&found->items[i], weights[index].tensor);
  }
  ModuleObject* module = create<ModuleObject>(kModule);
  module->kind = ModuleKind::Parameters;
  module->parameters = found;
  give(result, module);
  return 0;
}

int32_t makeArray(FunctionObject*, Value* arguments, int32_t count, Value* result) {
  ArrayObject* array = createArray(static_cast<uint32_t>(count));
  for (int32_t i = 0; i < count; i++) copyOwned(&arguments[i], &array->items[i]);
  give(result, array);
  return 0;
}

int32_t readItem(FunctionObject*, Value* arguments, int32_t, Value* result) {
  const ArrayObject* array = arrayAt(arguments, 0);
  const int64_t index = readInteger(arguments[1]);
  if (index < 0 || index >= array->count) return fail("Item % of an array of % was asked for.", index, array->count);
  copyOwned(&array->items[index], result);
  return 0;
}

int32_t readSize(FunctionObject*, Value* arguments, int32_t, Value* result) {
  *result = integerValue(arrayAt(arguments, 0)->count);
  return 0;
}

int32_t joinArrays(FunctionObject*, Value* arguments, int32_t count, Value* result) {
  uint32_t total = 0;
  for (int32_t i = 0; i < count; i++) total += arrayAt(arguments, i)->count;
  ArrayObject* joined = createArray(total);
  uint32_t next = 0;
  for (int32_t i = 0; i < count; i++) {
    const ArrayObject* part = arrayAt(arguments, i);
    for (uint32_t j = 0; j < part->count; j++) copyOwned(&part->items[j], &joined->items[next++]);
  }
  give(result, joined);
  return 0;
}

int32_t makeShape(FunctionObject*, Value* arguments, int32_t count, Value* result) {
  ShapeObject* shape = create<ShapeObject>(kShape, static_cast<uint32_t>(count) * sizeof(int64_t));
  shape->sizes = reinterpret_cast<int64_t*>(shape + 1);
  shape->count = static_cast<uint32_t>(count);
  for (int32_t i = 0; i < count; i++) shape->sizes[i] = readInteger(arguments[i]);
  give(result, shape);
  return 0;
}

constexpr NamedBody kFunctions[] = {
    {"ffi.Array", makeArray},
    {"ffi.ArrayGetItem", readItem},
    {"ffi.ArraySize", readSize},
    {"tvmjs.runtime.ArrayConcat", joinArrays},
    {"ffi.Shape", makeShape},
    {"vm.builtin.tensor_cache.get", readWeight},
    {"vm.builtin.tensor_cache.update", updateWeight},
    {"vm.builtin.tensor_cache.remove", removeWeight},
    {"vm.builtin.tensor_cache.clear", clearWeights},
    {"vm.builtin.param_module_from_cache_by_name", collectWeights},
};

}  // namespace

void registerCollectionFunctions() { registerAll(kFunctions, sizeof(kFunctions) / sizeof(kFunctions[0])); }

}  // namespace curbside
