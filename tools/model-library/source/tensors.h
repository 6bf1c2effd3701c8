// Tensors on the host and on the graphics device, and the functions WebLLM calls to make, fill and read them.
#pragma once
#include "values.h"

namespace curbside {

enum NumberCode : uint8_t { kSigned = 0, kUnsigned = 1, kFloat = 2 };

TensorObject* createTensor(const int64_t* sizes, int dimensions, uint8_t code, uint8_t bits, int32_t device,
                           Storage* shared = nullptr);
TensorObject* createMatrix(int64_t rows, int64_t columns);
uint32_t byteCount(const TensorObject* tensor);
int64_t itemCount(const TensorObject* tensor);
const char* nameOfNumber(uint8_t code, uint8_t bits);
void registerTensorFunctions();

inline TensorObject* tensorAt(Value* arguments, int index) {
  return static_cast<TensorObject*>(arguments[index].object);
}
inline ShapeObject* shapeAt(Value* arguments, int index) { return static_cast<ShapeObject*>(arguments[index].object); }
inline ArrayObject* arrayAt(Value* arguments, int index) { return static_cast<ArrayObject*>(arguments[index].object); }

}  // namespace curbside
