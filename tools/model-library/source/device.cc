// Buffers are kept and used again: WebLLM opens three error scopes for every buffer it creates and submits all waiting
// work for every buffer it frees, which would cost more than the small kernels between them.
#include "device.h"

#include "globals.h"

namespace curbside {
namespace {

enum DeviceFunction { kAllocate, kFree, kCopyIn, kCopyOut, kCopyWithin, kDeviceFunctions };
constexpr const char* kNames[kDeviceFunctions] = {"deviceAllocDataSpace", "deviceFreeDataSpace", "deviceCopyToGPU",
                                                  "deviceCopyFromGPU", "deviceCopyWithinGPU"};
constexpr int kMostKept = 32;
constexpr uint32_t kLargestKept = 16u << 20;
constexpr char kDirectory[] = "wasm.WebGPUDeviceAPI";

FunctionObject* functions[kDeviceFunctions];

struct Kept {
  uint32_t address;
  uint32_t bytes;
};
Kept kept[kMostKept];
int keptCount;

FunctionObject* deviceFunction(DeviceFunction which) {
  if (functions[which] != nullptr) return functions[which];
  FunctionObject* directory = findGlobal(kDirectory, sizeof(kDirectory) - 1);
  Value name{};
  name.type = kRawText;
  name.text = kNames[which];
  Value found;
  // Without a device nothing here can work, and WebLLM never asks before it has bound one.
  if (directory == nullptr || call(directory, &name, 1, &found) != 0 || found.type != kFunction) __builtin_trap();
  functions[which] = static_cast<FunctionObject*>(found.object);
  return functions[which];
}

uint32_t allocateNew(uint32_t bytes) {
  Value size = integerValue(bytes);
  Value address;
  if (call(deviceFunction(kAllocate), &size, 1, &address) != 0) return 0;
  return static_cast<uint32_t>(readInteger(address));
}

}  // namespace

uint32_t allocateGraphicsMemory(uint32_t bytes) {
  for (int i = 0; i < keptCount; i++) {
    if (kept[i].bytes != bytes) continue;
    const uint32_t address = kept[i].address;
    kept[i] = kept[--keptCount];
    return address;
  }
  return allocateNew(bytes);
}

void freeGraphicsMemory(uint32_t address, uint32_t bytes) {
  if (keptCount < kMostKept && bytes <= kLargestKept) {
    kept[keptCount++] = {address, bytes};
    return;
  }
  Value freed = pointerValue(address);
  Value nothing;
  call(deviceFunction(kFree), &freed, 1, &nothing);
}

int32_t copyTensor(TensorObject* from, TensorObject* to, uint32_t toOffset, uint32_t bytes) {
  const uint32_t fromOffset = static_cast<uint32_t>(from->offset);
  toOffset += static_cast<uint32_t>(to->offset);
  Value nothing;
  if (from->device == kGraphics && to->device == kGraphics) {
    Value arguments[] = {pointerValue(from->address), integerValue(fromOffset), pointerValue(to->address),
                         integerValue(toOffset), integerValue(bytes)};
    return call(deviceFunction(kCopyWithin), arguments, 5, &nothing);
  }
  if (from->device == kGraphics) {
    Value arguments[] = {pointerValue(from->address), integerValue(fromOffset), pointerValue(to->address + toOffset),
                         integerValue(bytes)};
    return call(deviceFunction(kCopyOut), arguments, 4, &nothing);
  }
  if (to->device == kGraphics) {
    Value arguments[] = {pointerValue(from->address + fromOffset), pointerValue(to->address), integerValue(toOffset),
                         integerValue(bytes)};
    return call(deviceFunction(kCopyIn), arguments, 4, &nothing);
  }
  copyBytes(reinterpret_cast<void*>(to->address + toOffset), reinterpret_cast<void*>(from->address + fromOffset),
            bytes);
  return 0;
}

// WebLLM asks for a device with buffers of 1 GiB at most, and destroys it when a buffer cannot be made. It reads our
// numbers as 32 bits, so this is the largest that can be asked for.
void loseDevice() { allocateNew(0x7ffffffc); }

}  // namespace curbside
