// The cache starts small and doubles. Keys lie in pages of 16 positions and values position by position, so that a
// larger cache begins with the bytes of the smaller one and growing is one copy per tensor.
#include "key-value-cache.h"

#include "device.h"
#include "globals.h"
#include "model.h"
#include "tensors.h"

namespace curbside {
namespace {

constexpr int32_t kPage = 16;
constexpr int32_t kFirstCapacity = 256;

int32_t growTensor(TensorObject** tensor, int32_t capacity) {
  TensorObject* larger = createMatrix(capacity, keyValueSize());
  if (copyTensor(*tensor, larger, 0, byteCount(*tensor)) != 0) {
    drop(larger);
    return -1;
  }
  drop(*tensor);
  *tensor = larger;
  return 0;
}

int32_t makeRoom(CacheObject* cache, int32_t tokens) {
  if (tokens <= cache->capacity) return 0;
  int32_t capacity = cache->capacity;
  while (capacity < tokens) capacity *= 2;
  if (capacity > cache->limit) capacity = static_cast<int32_t>(roundUp(cache->limit, kPage));
  for (int layer = 0; layer < model().layers; layer++) {
    if (growTensor(&cache->keys[layer], capacity) != 0) return -1;
    if (growTensor(&cache->values[layer], capacity) != 0) return -1;
  }
  cache->capacity = capacity;
  return 0;
}

CacheObject* cacheAt(Value* arguments) { return static_cast<CacheObject*>(arguments[0].object); }

int32_t clearCache(FunctionObject*, Value* arguments, int32_t, Value*) {
  cacheAt(arguments)->length = 0;
  cacheAt(arguments)->appending = 0;
  return 0;
}

int32_t acceptSequence(FunctionObject*, Value*, int32_t, Value*) { return 0; }

int32_t beginForward(FunctionObject*, Value* arguments, int32_t, Value*) {
  CacheObject* cache = cacheAt(arguments);
  const int64_t tokens = shapeAt(arguments, 2)->sizes[0];
  if (cache->length + tokens > cache->limit) {
    return fail("% tokens do not fit: the context holds %.", cache->length + tokens, cache->limit);
  }
  cache->appending = static_cast<int32_t>(tokens);
  return makeRoom(cache, cache->length + cache->appending);
}

int32_t endForward(FunctionObject*, Value* arguments, int32_t, Value*) {
  CacheObject* cache = cacheAt(arguments);
  cache->length += cache->appending;
  cache->appending = 0;
  return 0;
}

int32_t takeBack(FunctionObject*, Value* arguments, int32_t, Value*) {
  CacheObject* cache = cacheAt(arguments);
  const int64_t tokens = readInteger(arguments[2]);
  if (tokens < 0 || tokens > cache->length) {
    return fail("% tokens were to be taken back from a context of %.", tokens, cache->length);
  }
  cache->length -= static_cast<int32_t>(tokens);
  return 0;
}

int32_t refuseSlidingWindow(FunctionObject*, Value*, int32_t, Value*) {
  return fail("This library has no sliding window; set context_window_size instead.");
}

constexpr NamedBody kFunctions[] = {
    {"vm.builtin.kv_state_clear", clearCache},
    {"vm.builtin.kv_state_add_sequence", acceptSequence},
    {"vm.builtin.kv_state_remove_sequence", clearCache},
    {"vm.builtin.kv_state_popn", takeBack},
    {"vm.builtin.kv_state_begin_forward", beginForward},
    {"vm.builtin.kv_state_end_forward", endForward},
    {"vm.builtin.attention_kv_cache_enable_sliding_window_for_seq", refuseSlidingWindow},
};

}  // namespace

int32_t createCache(FunctionObject*, Value* arguments, int32_t, Value* result) {
  const int64_t limit = shapeAt(arguments, 1)->sizes[0];
  if (shapeAt(arguments, 4)->sizes[0] != 0) return refuseSlidingWindow(nullptr, nullptr, 0, nullptr);
  if (limit > model().contextLength) {
    return fail("A context of % tokens was asked for; this model was packed for %.", limit, model().contextLength);
  }
  CacheObject* cache = create<CacheObject>(kCacheState);
  const uint32_t listBytes = static_cast<uint32_t>(model().layers + 1) * sizeof(TensorObject*);
  cache->limit = static_cast<int32_t>(limit);
  cache->capacity = static_cast<int32_t>(roundUp(limit < kFirstCapacity ? limit : kFirstCapacity, kPage));
  cache->keys = static_cast<TensorObject**>(allocate(listBytes));
  cache->values = static_cast<TensorObject**>(allocate(listBytes));
  for (int layer = 0; layer < model().layers; layer++) {
    cache->keys[layer] = createMatrix(cache->capacity, keyValueSize());
    cache->values[layer] = createMatrix(cache->capacity, keyValueSize());
  }
  cache->keys[model().layers] = nullptr;
  cache->values[model().layers] = nullptr;
  give(result, cache);
  return 0;
}

void registerCacheFunctions() { registerAll(kFunctions, sizeof(kFunctions) / sizeof(kFunctions[0])); }

}  // namespace curbside
