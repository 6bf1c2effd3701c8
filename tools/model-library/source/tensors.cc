// Creation, views, copies and the decoding of stored weights.
#include "tensors.h"

#include "device.h"
#include "globals.h"

namespace curbside {
namespace {

struct NumberKind {
  const char* name;
  uint8_t code;
  uint8_t bits;
};
constexpr NumberKind kNumberKinds[] = {{"float32", kFloat, 32}, {"int32", kSigned, 32},  {"uint32", kUnsigned, 32},
                                       {"float16", kFloat, 16}, {"uint8", kUnsigned, 8}, {"int8", kSigned, 8},
                                       {"int64", kSigned, 64},  {"uint16", kUnsigned, 16}};

const NumberKind* findNumberKind(Span name) {
  for (const NumberKind& kind : kNumberKinds) {
    if (equals(name.start, name.length, kind.name)) return &kind;
  }
  return nullptr;
}

Storage* createStorage(int32_t device, uint32_t bytes) {
  Storage* storage = static_cast<Storage*>(allocate(sizeof(Storage)));
  const uint32_t address =
      device == kGraphics ? allocateGraphicsMemory(bytes) : reinterpret_cast<uint32_t>(allocate(bytes));
  *storage = {0, device, address, bytes};
  return storage;
}

char* hostBytes(TensorObject* tensor) {
  return reinterpret_cast<char*>(tensor->address + static_cast<uint32_t>(tensor->offset));
}

int32_t createEmpty(FunctionObject*, Value* arguments, int32_t, Value* result) {
  const ShapeObject* shape = shapeAt(arguments, 0);
  const NumberKind* kind = findNumberKind(readText(arguments[1]));
  if (kind == nullptr) return fail("A tensor was asked for with an unknown type of number.");
  if (shape->count > kMostDimensions) {
    return fail("A tensor of % dimensions was asked for; % is the most.", shape->count, kMostDimensions);
  }
  give(result, createTensor(shape->sizes, static_cast<int>(shape->count), kind->code, kind->bits,
                            arguments[2].device.kind));
  return 0;
}

int32_t createView(FunctionObject*, Value* arguments, int32_t, Value* result) {
  TensorObject* tensor = tensorAt(arguments, 0);
  const ShapeObject* shape = shapeAt(arguments, 1);
  const NumberKind* kind = findNumberKind(readText(arguments[2]));
  if (shape->count > kMostDimensions) return fail("A view of % dimensions was asked for.", shape->count);
  TensorObject* view = createTensor(shape->sizes, static_cast<int>(shape->count), kind ? kind->code : tensor->code,
                                    kind ? kind->bits : tensor->bits, tensor->device, tensor->storage);
  view->offset = tensor->offset + static_cast<uint64_t>(readInteger(arguments[3]));
  if (view->offset + byteCount(view) > tensor->storage->bytes) {
    const int64_t asked = static_cast<int64_t>(view->offset) + byteCount(view);
    drop(view);
    return fail("A view reaches to byte % of a tensor of % bytes.", asked, tensor->storage->bytes);
  }
  give(result, view);
  return 0;
}

int32_t copyFromTo(FunctionObject*, Value* arguments, int32_t, Value*) {
  TensorObject* from = tensorAt(arguments, 0);
  TensorObject* to = tensorAt(arguments, 1);
  if (byteCount(from) != byteCount(to)) {
    return fail("A tensor of % bytes was copied to one of %.", byteCount(from), byteCount(to));
  }
  return copyTensor(from, to, 0, byteCount(to));
}

int32_t fillFromBytes(FunctionObject*, Value* arguments, int32_t, Value*) {
  TensorObject* tensor = tensorAt(arguments, 0);
  const Span bytes = readText(arguments[1]);
  if (bytes.length != byteCount(tensor)) {
    return fail("% bytes were given for a tensor of %.", bytes.length, byteCount(tensor));
  }
  copyBytes(hostBytes(tensor), bytes.start, bytes.length);
  return 0;
}

int32_t readBytes(FunctionObject*, Value* arguments, int32_t, Value* result) {
  TensorObject* tensor = tensorAt(arguments, 0);
  give(result, createText(kBytes, hostBytes(tensor), byteCount(tensor)));
  return 0;
}

// Packages of this library store every weight as it is used; the only other format that exists is bfloat16.
int32_t decodeStorage(FunctionObject*, Value* arguments, int32_t, Value*) {
  TensorObject* tensor = tensorAt(arguments, 0);
  const Span bytes = readText(arguments[1]);
  const Span format = readText(arguments[2]);
  const uint32_t wanted = byteCount(tensor);
  if (equals(format.start, format.length, "f32-to-bf16") && bytes.length * 2 == wanted) {
    uint32_t* to = reinterpret_cast<uint32_t*>(hostBytes(tensor));
    const uint16_t* from = reinterpret_cast<const uint16_t*>(bytes.start);
    for (uint32_t i = 0; i < bytes.length / 2; i++) to[i] = static_cast<uint32_t>(from[i]) << 16;
    return 0;
  }
  if (bytes.length != wanted) return fail("A stored weight has % bytes; its shape needs %.", bytes.length, wanted);
  copyBytes(hostBytes(tensor), bytes.start, bytes.length);
  return 0;
}

int32_t joinEmbeddings(FunctionObject*, Value* arguments, int32_t count, Value* result) {
  int64_t rows = 0;
  for (int32_t i = 0; i < count; i++) rows += tensorAt(arguments, i)->sizes[0];
  TensorObject* joined = createMatrix(rows, tensorAt(arguments, 0)->sizes[1]);
  uint32_t offset = 0;
  for (int32_t i = 0; i < count; i++) {
    TensorObject* part = tensorAt(arguments, i);
    if (copyTensor(part, joined, offset, byteCount(part)) != 0) {
      drop(joined);
      return -1;
    }
    offset += byteCount(part);
  }
  give(result, joined);
  return 0;
}

constexpr NamedBody kFunctions[] = {
    {"runtime.TVMTensorAllocWithScope", createEmpty},
    {"runtime.TVMTensorCopyFromTo", copyFromTo},
    {"runtime.TVMTensorCreateView", createView},
    {"tvmjs.runtime.TensorCopyFromBytes", fillFromBytes},
    {"tvmjs.runtime.TensorCopyToBytes", readBytes},
    {"tvmjs.array.decode_storage", decodeStorage},
    {"tvmjs.runtime.ConcatEmbeddings", joinEmbeddings},
};

}  // namespace

TensorObject* createTensor(const int64_t* sizes, int dimensions, uint8_t code, uint8_t bits, int32_t device,
                           Storage* shared) {
  TensorObject* tensor = create<TensorObject>(kTensor);
  tensor->dimensions = dimensions;
  tensor->code = code;
  tensor->bits = bits;
  tensor->lanes = 1;
  tensor->device = device;
  tensor->shape = tensor->sizes;
  for (int i = 0; i < dimensions; i++) tensor->sizes[i] = sizes[i];
  tensor->storage = shared != nullptr ? shared : createStorage(device, byteCount(tensor));
  tensor->storage->references++;
  tensor->address = tensor->storage->address;
  return tensor;
}

TensorObject* createMatrix(int64_t rows, int64_t columns) {
  const int64_t sizes[] = {rows, columns};
  return createTensor(sizes, 2, kFloat, 32, kGraphics);
}

int64_t itemCount(const TensorObject* tensor) {
  int64_t items = 1;
  for (int i = 0; i < tensor->dimensions; i++) items *= tensor->sizes[i];
  return items;
}

uint32_t byteCount(const TensorObject* tensor) { return static_cast<uint32_t>(itemCount(tensor) * tensor->bits / 8); }

const char* nameOfNumber(uint8_t code, uint8_t bits) {
  for (const NumberKind& kind : kNumberKinds) {
    if (kind.code == code && kind.bits == bits) return kind.name;
  }
  return "unknown";
}

void registerTensorFunctions() { registerAll(kFunctions, sizeof(kFunctions) / sizeof(kFunctions[0])); }

}  // namespace curbside
