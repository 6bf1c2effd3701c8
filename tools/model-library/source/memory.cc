// The heap. A freed block waits for the next request of its size; nothing is ever given back, because WebAssembly
// memory cannot shrink and every load of a model starts a fresh instance.
#include "memory.h"

extern uint8_t __heap_base;

namespace curbside {
namespace {

constexpr uint32_t kHeader = 16;
constexpr uint32_t kPage = 65536;
constexpr uint32_t kPagesAhead = 16;

struct Block {
  uint32_t sizeClass;
  Block* next;
};

uint8_t* heapEnd = &__heap_base;
Block* freeBlocks[32];

uint32_t sizeClassOf(uint32_t bytes) {
  uint32_t sizeClass = 5;
  while ((1u << sizeClass) < bytes) sizeClass++;
  return sizeClass;
}

void growTo(uint32_t end) {
  const uint32_t available = __builtin_wasm_memory_size(0) * kPage;
  if (end <= available) return;
  const uint32_t pages = (end - available + kPage - 1) / kPage + kPagesAhead;
  if (__builtin_wasm_memory_grow(0, pages) == static_cast<size_t>(-1)) __builtin_trap();
}

}  // namespace

void* allocate(uint32_t bytes) {
  // Above this a size class would not fit in 32 bits; nothing here asks for a gigabyte of host memory.
  if (bytes > (1u << 30)) __builtin_trap();
  const uint32_t sizeClass = sizeClassOf(bytes + kHeader);
  Block* block = freeBlocks[sizeClass];
  if (block != nullptr) {
    freeBlocks[sizeClass] = block->next;
  } else {
    const uint32_t start = static_cast<uint32_t>(roundUp(reinterpret_cast<uint32_t>(heapEnd), 16));
    growTo(start + (1u << sizeClass));
    heapEnd = reinterpret_cast<uint8_t*>(start + (1u << sizeClass));
    block = reinterpret_cast<Block*>(start);
  }
  block->sizeClass = sizeClass;
  return reinterpret_cast<uint8_t*>(block) + kHeader;
}

void release(void* memory) {
  if (memory == nullptr) return;
  Block* block = reinterpret_cast<Block*>(static_cast<uint8_t*>(memory) - kHeader);
  block->next = freeBlocks[block->sizeClass];
  freeBlocks[block->sizeClass] = block;
}

uint32_t lengthOf(const char* text) {
  uint32_t length = 0;
  while (text[length] != 0) length++;
  return length;
}

bool equals(const char* left, uint32_t leftLength, const char* right) {
  for (uint32_t i = 0; i < leftLength; i++) {
    if (right[i] == 0 || left[i] != right[i]) return false;
  }
  return right[leftLength] == 0;
}

}  // namespace curbside
