// The values that cross between WebLLM's JavaScript and this library, laid out as its foreign-function interface reads
// them: a 16-byte value, and counted objects that start with a 24-byte header.
#pragma once
#include "memory.h"

namespace curbside {

enum TypeIndex : int32_t {
  kNone = 0,
  kInteger = 1,
  kBoolean = 2,
  kReal = 3,
  kPointer = 4,
  kDevice = 6,
  kRawText = 8,
  kRawBytes = 9,
  kSmallText = 11,
  kSmallBytes = 12,
  kFirstObject = 64,
  kText = 65,
  kBytes = 66,
  kFunction = 68,
  kShape = 69,
  kTensor = 70,
  kArray = 71,
  kModule = 73,
  kCacheState = 128,
};

enum DeviceKind : int32_t { kHost = 1, kGraphics = 15 };

struct Object {
  uint64_t references;
  int32_t type;
  uint32_t padding;
  uint64_t deleter;
};

struct Value {
  int32_t type;
  uint32_t length;
  union {
    int64_t integer;
    double real;
    Object* object;
    void* pointer;
    const char* text;
    char small[8];
    struct {
      int32_t kind;
      int32_t index;
    } device;
  };
};

struct Span {
  const char* start;
  uint32_t length;
};

struct TextObject : Object {
  Span span;
};

struct FunctionObject;
using Body = int32_t (*)(FunctionObject* self, Value* arguments, int32_t count, Value* result);

struct FunctionObject : Object {
  Body body;
  int32_t scriptFunction;  // the number of a JavaScript function, or -1
  Object* owner;
};

struct ShapeObject : Object {
  int64_t* sizes;
  uint32_t count;
};

// Bytes on the host or on the graphics device, shared by a tensor and its views.
struct Storage {
  int32_t references;
  int32_t device;
  uint32_t address;
  uint32_t bytes;
};

constexpr int kMostDimensions = 6;

// From `address` to `offset` this is DLPack's DLTensor.
struct TensorObject : Object {
  uint32_t address;
  int32_t device;
  int32_t deviceIndex;
  int32_t dimensions;
  uint8_t code;
  uint8_t bits;
  uint16_t lanes;
  int64_t* shape;
  int64_t* strides;
  uint32_t padding2;
  uint64_t offset;
  int64_t sizes[kMostDimensions];
  Storage* storage;
};

struct ArrayObject : Object {
  Value* items;
  uint32_t count;
};

enum class ModuleKind : int32_t { Library, Parameters, Machine };

struct ModuleObject : Object {
  ModuleKind kind;
  ArrayObject* parameters;
};

struct CacheObject : Object {
  int32_t limit;      // tokens that may ever be held
  int32_t capacity;   // tokens that fit now
  int32_t length;     // tokens held
  int32_t appending;  // tokens of the forward pass under way
  TensorObject** keys;
  TensorObject** values;
};

static_assert(sizeof(Object) == 24 && sizeof(Value) == 16, "WebLLM reads these by offset");

// Every failure is one sentence that JavaScript throws; a % in it stands for the next number.
int32_t fail(const char* sentence, int64_t first = 0, int64_t second = 0);
const char* lastFailure();

template <class T>
T* create(int32_t type, uint32_t extraBytes = 0) {
  T* object = static_cast<T*>(allocate(sizeof(T) + extraBytes));
  __builtin_memset(object, 0, sizeof(T) + extraBytes);
  object->references = 1;
  object->type = type;
  return object;
}

void retain(Object* object);
void drop(Object* object);
void clear(Value* value);
void give(Value* to, Object* owned);
void copyOwned(const Value* from, Value* to);

Value integerValue(int64_t integer);
Value realValue(double real);
Value pointerValue(uint32_t address);
int64_t readInteger(const Value& value);
Span readText(const Value& value);

TextObject* createText(int32_t type, const char* start, uint32_t length);
FunctionObject* createFunction(Body body, int32_t scriptFunction = -1, Object* owner = nullptr);
ArrayObject* createArray(uint32_t count);

}  // namespace curbside
