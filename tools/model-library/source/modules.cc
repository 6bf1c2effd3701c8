// Three modules: the library, the machine it loads (the model's functions), and the weights found for it.
#include "modules.h"

#include "forward.h"
#include "globals.h"
#include "kernels.h"
#include "key-value-cache.h"
#include "model.h"
#include "sampling.h"

namespace curbside {
namespace {

int32_t loadMachine(FunctionObject*, Value*, int32_t, Value* result) {
  if (model().mark != kModelMark) return fail("This library was not packed with a model.");
  ModuleObject* machine = create<ModuleObject>(kModule);
  machine->kind = ModuleKind::Machine;
  give(result, machine);
  return 0;
}

int32_t initialise(FunctionObject*, Value*, int32_t, Value*) { return 0; }

int32_t readMetadata(FunctionObject*, Value*, int32_t, Value* result) {
  give(result, createText(kText, model().metadata, static_cast<uint32_t>(model().metadataLength)));
  return 0;
}

int32_t readParameters(FunctionObject* self, Value*, int32_t, Value* result) {
  ArrayObject* parameters = static_cast<ModuleObject*>(self->owner)->parameters;
  retain(parameters);
  give(result, parameters);
  return 0;
}

struct Member {
  ModuleKind module;
  const char* name;
  Body body;
};

constexpr Member kMembers[] = {
    {ModuleKind::Library, "vm_load_executable", loadMachine},
    {ModuleKind::Parameters, "get_params", readParameters},
    {ModuleKind::Machine, "vm_initialization", initialise},
    {ModuleKind::Machine, "_metadata", readMetadata},
    {ModuleKind::Machine, "webgpu.get_fmap", listKernels},
    {ModuleKind::Machine, "webgpu.get_shader", readKernel},
    {ModuleKind::Machine, "webgpu.update_prebuild", acceptKernel},
    {ModuleKind::Machine, "create_tir_paged_kv_cache", createCache},
    {ModuleKind::Machine, "embed", embedTokens},
    {ModuleKind::Machine, "prefill", forward},
    {ModuleKind::Machine, "decode", forward},
    {ModuleKind::Machine, "softmax_with_temperature", softmaxWithTemperature},
    {ModuleKind::Machine, "argsort_probs", passProbabilities},
    {ModuleKind::Machine, "sample_with_top_p", sampleWithTopP},
    {ModuleKind::Machine, "apply_bitmask_inplace", applyBitmask},
    {ModuleKind::Machine, "apply_logit_bias_inplace", applyLogitBias},
    {ModuleKind::Machine, "apply_penalty_inplace", applyPenalty},
};

int32_t findMember(FunctionObject*, Value* arguments, int32_t, Value* result) {
  ModuleObject* module = static_cast<ModuleObject*>(arguments[0].object);
  const Span name = readText(arguments[1]);
  for (const Member& member : kMembers) {
    if (member.module != module->kind || !equals(name.start, name.length, member.name)) continue;
    give(result, createFunction(member.body, -1, module));
    return 0;
  }
  return 0;
}

int32_t openLibrary(FunctionObject*, Value*, int32_t, Value* result) {
  give(result, create<ModuleObject>(kModule));
  return 0;
}

int32_t refuse(FunctionObject*, Value*, int32_t, Value*) {
  return fail("This function is not part of this library.");
}

// WebLLM looks up the refused ones when it starts and never calls them for chat.
constexpr NamedBody kFunctions[] = {
    {"ffi.SystemLib", openLibrary},
    {"ffi.ModuleGetFunction", findMember},
    {"ffi.ModuleImportModule", refuse},
    {"vm.builtin.param_module_from_cache", refuse},
    {"vm.builtin.sample_top_p_from_logits", refuse},
    {"vm.builtin.sample_top_p_from_prob", refuse},
    {"vm.builtin.apply_repetition_penalty", refuse},
    {"vm.builtin.apply_presence_and_frequency_penalty", refuse},
    {"vm.builtin.apply_softmax_with_temperature", refuse},
};

}  // namespace

void registerModuleFunctions() { registerAll(kFunctions, sizeof(kFunctions) / sizeof(kFunctions[0])); }

}  // namespace curbside
