// Memory of a program that has no C library: a growing heap with one free list per power of two, and text helpers.
#pragma once
#include <stddef.h>
#include <stdint.h>

namespace curbside {

void* allocate(uint32_t bytes);
void release(void* block);
uint32_t lengthOf(const char* text);
bool equals(const char* left, uint32_t leftLength, const char* right);

inline void copyBytes(void* to, const void* from, uint32_t bytes) { __builtin_memcpy(to, from, bytes); }
inline int64_t roundUp(int64_t value, int64_t step) { return (value + step - 1) / step * step; }
inline int64_t partsOf(int64_t value, int64_t size) { return (value + size - 1) / size; }

}  // namespace curbside
