// Creating, counting and reading the values of the interface.
#include "values.h"

#include "device.h"
#include "script.h"

namespace curbside {
namespace {

constexpr uint32_t kLongestFailure = 512;
char failure[kLongestFailure];

uint32_t writeNumber(char* to, int64_t number) {
  char digits[20];
  uint32_t count = 0;
  uint32_t length = 0;
  if (number < 0) to[length++] = '-';
  uint64_t rest = static_cast<uint64_t>(number < 0 ? -number : number);
  do {
    digits[count++] = static_cast<char>('0' + rest % 10);
    rest /= 10;
  } while (rest != 0);
  while (count > 0) to[length++] = digits[--count];
  return length;
}

void releaseStorage(Storage* storage) {
  if (--storage->references > 0) return;
  if (storage->device == kGraphics) {
    freeGraphicsMemory(storage->address, storage->bytes);
  } else {
    release(reinterpret_cast<void*>(storage->address));
  }
  release(storage);
}

void destroyCache(CacheObject* cache) {
  for (int layer = 0; cache->keys != nullptr && cache->keys[layer] != nullptr; layer++) {
    drop(cache->keys[layer]);
    drop(cache->values[layer]);
  }
  release(cache->keys);
  release(cache->values);
}

void destroyParts(Object* object) {
  switch (object->type) {
    case kFunction: {
      FunctionObject* function = static_cast<FunctionObject*>(object);
      if (function->scriptFunction >= 0) deleteScriptFunction(function->scriptFunction);
      drop(function->owner);
      break;
    }
    case kTensor:
      releaseStorage(static_cast<TensorObject*>(object)->storage);
      break;
    case kArray: {
      ArrayObject* array = static_cast<ArrayObject*>(object);
      for (uint32_t i = 0; i < array->count; i++) clear(&array->items[i]);
      break;
    }
    case kModule:
      drop(static_cast<ModuleObject*>(object)->parameters);
      break;
    case kCacheState:
      destroyCache(static_cast<CacheObject*>(object));
      break;
    default:
      break;
  }
}

}  // namespace

int32_t fail(const char* sentence, int64_t first, int64_t second) {
  uint32_t length = 0;
  int64_t next = first;
  for (; *sentence != 0 && length < kLongestFailure - 24; sentence++) {
    if (*sentence != '%') {
      failure[length++] = *sentence;
      continue;
    }
    length += writeNumber(failure + length, next);
    next = second;
  }
  failure[length] = 0;
  return -1;
}

const char* lastFailure() { return failure; }

void retain(Object* object) {
  if (object != nullptr) object->references++;
}

void drop(Object* object) {
  if (object == nullptr || --object->references > 0) return;
  destroyParts(object);
  release(object);
}

void clear(Value* value) {
  if (value->type >= kFirstObject) drop(value->object);
  *value = Value{};
}

void give(Value* to, Object* owned) {
  *to = Value{};
  to->type = owned->type;
  to->object = owned;
}

void copyOwned(const Value* from, Value* to) {
  const Value value = *from;
  if (value.type == kRawText) {
    give(to, createText(kText, value.text, lengthOf(value.text)));
  } else if (value.type == kRawBytes) {
    const Span span = readText(value);
    give(to, createText(kBytes, span.start, span.length));
  } else {
    if (value.type >= kFirstObject) retain(value.object);
    *to = value;
  }
}

Value integerValue(int64_t integer) {
  Value value{};
  value.type = kInteger;
  value.integer = integer;
  return value;
}

Value realValue(double real) {
  Value value{};
  value.type = kReal;
  value.real = real;
  return value;
}

Value pointerValue(uint32_t address) {
  Value value{};
  value.type = kPointer;
  value.integer = address;
  return value;
}

int64_t readInteger(const Value& value) {
  return value.type == kReal ? static_cast<int64_t>(value.real) : value.integer;
}

Span readText(const Value& value) {
  switch (value.type) {
    case kRawText:
      return {value.text, lengthOf(value.text)};
    case kText:
    case kBytes:
      return static_cast<TextObject*>(value.object)->span;
    case kRawBytes:
      return *static_cast<Span*>(value.pointer);
    case kSmallText:
    case kSmallBytes:
      return {value.small, value.length};
    default:
      return {"", 0};
  }
}

TextObject* createText(int32_t type, const char* start, uint32_t length) {
  TextObject* object = create<TextObject>(type, length + 1);
  char* own = reinterpret_cast<char*>(object + 1);
  copyBytes(own, start, length);
  object->span = {own, length};
  return object;
}

FunctionObject* createFunction(Body body, int32_t scriptFunction, Object* owner) {
  FunctionObject* function = create<FunctionObject>(kFunction);
  function->body = body;
  function->scriptFunction = scriptFunction;
  function->owner = owner;
  retain(owner);
  return function;
}

ArrayObject* createArray(uint32_t count) {
  ArrayObject* array = create<ArrayObject>(kArray, count * sizeof(Value));
  array->items = reinterpret_cast<Value*>(array + 1);
  array->count = count;
  return array;
}

}  // namespace curbside
