// Hands WebLLM the kernels for the packed model, keeps the compiled ones, and launches them.
#include "kernels.h"

#include "globals.h"

namespace curbside {
namespace {

struct KernelSource {
  const char* name;
  const char* description;  // how WebLLM must bind it, as JSON
  const char* text;
};

struct KernelChoice {
  KernelSource plain;
  KernelSource quantised;
};

// Written by the build from the files in kernels/, in the order of `Kernel`.
#include "kernel-sources.inc"

constexpr int kKernels = static_cast<int>(Kernel::Count);
static_assert(sizeof(kChoices) / sizeof(kChoices[0]) == kKernels, "one entry per kernel");

FunctionObject* compiled[kKernels];
int32_t launchFailure;

const KernelSource& sourceOf(int kernel) {
  return model().isQuantised != 0 ? kChoices[kernel].quantised : kChoices[kernel].plain;
}

int findKernel(Span name) {
  for (int i = 0; i < kKernels; i++) {
    if (equals(name.start, name.length, sourceOf(i).name)) return i;
  }
  return -1;
}

struct Writer {
  char* start;
  uint32_t length = 0;

  void add(const char* text) {
    const uint32_t added = lengthOf(text);
    if (start != nullptr) copyBytes(start + length, text, added);
    length += added;
  }
  void addNumber(int32_t number) {
    char digits[12];
    int at = 11;
    digits[at] = 0;
    do {
      digits[--at] = static_cast<char>('0' + number % 10);
      number /= 10;
    } while (number > 0);
    add(digits + at);
  }
  void addConstant(const char* name, int32_t number) {
    add("const ");
    add(name);
    add(" : i32 = ");
    addNumber(number);
    add(";\n");
  }
};

// The sizes of the model are constants of the kernels: private and shared arrays need them, and loops unroll.
void writeKernel(Writer& writer, const KernelSource& source) {
  writer.addConstant("headSize", model().headSize);
  writer.addConstant("heads", model().heads);
  writer.addConstant("keyValueHeads", model().keyValueHeads);
  writer.addConstant("contextLength", model().contextLength);
  writer.add(source.text);
}

void writeList(Writer& writer) {
  writer.add("{");
  for (int i = 0; i < kKernels; i++) {
    if (i > 0) writer.add(",");
    writer.add("\"");
    writer.add(sourceOf(i).name);
    writer.add("\":");
    writer.add(sourceOf(i).description);
  }
  writer.add("}");
}

// Writes twice: once to learn the length, once for good.
template <class Write>
void giveText(Value* result, Write write) {
  Writer counting{nullptr};
  write(counting);
  char* text = static_cast<char*>(allocate(counting.length + 1));
  Writer writing{text};
  write(writing);
  give(result, createText(kText, text, writing.length));
  release(text);
}

}  // namespace

Launch& Launch::buffer(const TensorObject* tensor) {
  arguments_[count_++] = pointerValue(tensor->address);
  return *this;
}

Launch& Launch::whole(int64_t number) {
  arguments_[count_++] = integerValue(number);
  return *this;
}

Launch& Launch::real(double number) {
  arguments_[count_++] = realValue(number);
  return *this;
}

void Launch::run(int64_t groupsAcross, int64_t groupsDown) {
  if (launchFailure != 0) return;
  FunctionObject* function = compiled[static_cast<int>(kernel_)];
  if (function == nullptr) {
    launchFailure = fail("Kernel % was launched before it was compiled.", static_cast<int>(kernel_));
    return;
  }
  whole(groupsAcross).whole(groupsDown);
  Value nothing;
  launchFailure = call(function, arguments_, count_, &nothing);
  clear(&nothing);
}

int32_t finishLaunches() {
  const int32_t failure = launchFailure;
  launchFailure = 0;
  return failure;
}

int32_t listKernels(FunctionObject*, Value*, int32_t, Value* result) {
  giveText(result, writeList);
  return 0;
}

int32_t readKernel(FunctionObject*, Value* arguments, int32_t, Value* result) {
  const int kernel = findKernel(readText(arguments[0]));
  if (kernel < 0) return fail("A kernel was asked for that this library does not have.");
  giveText(result, [kernel](Writer& writer) { writeKernel(writer, sourceOf(kernel)); });
  return 0;
}

int32_t acceptKernel(FunctionObject*, Value* arguments, int32_t, Value*) {
  const int kernel = findKernel(readText(arguments[0]));
  if (kernel < 0) return fail("A kernel was compiled that this library does not have.");
  retain(arguments[1].object);
  drop(compiled[kernel]);
  compiled[kernel] = static_cast<FunctionObject*>(arguments[1].object);
  return 0;
}

}  // namespace curbside
