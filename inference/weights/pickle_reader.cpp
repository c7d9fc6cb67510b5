// SPDX-License-Identifier: Apache-2.0
#include "inference/weights/pickle_reader.h"

#include "inference/weights/pickle_machine.h"

#include <array>
#include <string>

namespace inference {
namespace {

constexpr std::size_t kMaxPickle = std::size_t{64} << 20;
constexpr std::uint8_t kProtocol = 0x80;
constexpr std::uint8_t kStop = 0x2E;
constexpr int kOldestProtocol = 2;
constexpr int kNewestProtocol = 4;

/// One instruction of the pickle language.
struct Instruction {
    std::uint8_t code;
    const char* name;
    bool (PickleMachine::*run)() = nullptr; ///< null: weights don't need it, so it is refused
    int protocol = kOldestProtocol;         ///< the first that has it
};

using Machine = PickleMachine;

constexpr std::array kInstructions = {
    Instruction{0x28, "MARK", &Machine::mark},
    Instruction{0x7D, "EMPTY_DICT", &Machine::emptyDict},
    Instruction{0x5D, "EMPTY_LIST", &Machine::emptyList},
    Instruction{0x29, "EMPTY_TUPLE", &Machine::emptyTuple},
    Instruction{0x8F, "EMPTY_SET", &Machine::other, 4},
    Instruction{0x74, "TUPLE", &Machine::tuple},
    Instruction{0x85, "TUPLE1", &Machine::tuple1},
    Instruction{0x86, "TUPLE2", &Machine::tuple2},
    Instruction{0x87, "TUPLE3", &Machine::tuple3},
    Instruction{0x73, "SETITEM", &Machine::setItem},
    Instruction{0x75, "SETITEMS", &Machine::setItems},
    Instruction{0x61, "APPEND", &Machine::append},
    Instruction{0x65, "APPENDS", &Machine::appends},
    Instruction{0x4E, "NONE", &Machine::other},
    Instruction{0x88, "NEWTRUE", &Machine::newTrue},
    Instruction{0x89, "NEWFALSE", &Machine::newFalse},
    Instruction{0x4B, "BININT1", &Machine::integer1},
    Instruction{0x4D, "BININT2", &Machine::integer2},
    Instruction{0x4A, "BININT", &Machine::integer4},
    Instruction{0x8A, "LONG1", &Machine::longInteger},
    Instruction{0x47, "BINFLOAT", &Machine::floatingPoint},
    Instruction{0x58, "BINUNICODE", &Machine::text4},
    Instruction{0x8C, "SHORT_BINUNICODE", &Machine::text1, 4},
    Instruction{0x8D, "BINUNICODE8", &Machine::text8, 4},
    Instruction{0x55, "SHORT_BINSTRING", &Machine::byteText},
    Instruction{0x71, "BINPUT", &Machine::put1},
    Instruction{0x72, "LONG_BINPUT", &Machine::put4},
    Instruction{0x94, "MEMOIZE", &Machine::memoize, 4},
    Instruction{0x68, "BINGET", &Machine::get1},
    Instruction{0x6A, "LONG_BINGET", &Machine::get4},
    Instruction{0x95, "FRAME", &Machine::frame, 4},
    Instruction{0x63, "GLOBAL", &Machine::global},
    Instruction{0x93, "STACK_GLOBAL", &Machine::stackGlobal, 4},
    Instruction{0x51, "BINPERSID", &Machine::persistentId},
    Instruction{0x52, "REDUCE", &Machine::reduce},
    Instruction{0x62, "BUILD", &Machine::build},
    Instruction{kProtocol, "PROTO"}, // only at the start, where it is not looked up here
    Instruction{0x81, "NEWOBJ"},
    Instruction{0x69, "INST"},
    Instruction{0x6F, "OBJ"},
    Instruction{0x92, "NEWOBJ_EX"},
    Instruction{0x50, "PERSID"},
    Instruction{0x82, "EXT1"},
    Instruction{0x83, "EXT2"},
    Instruction{0x84, "EXT4"},
    Instruction{0x96, "BYTEARRAY8"},
    Instruction{0x97, "NEXT_BUFFER"},
    Instruction{0x98, "READONLY_BUFFER"},
    Instruction{0x42, "BINBYTES"},
    Instruction{0x43, "SHORT_BINBYTES"},
    Instruction{0x8E, "BINBYTES8"},
    Instruction{0x30, "POP"},
    Instruction{0x31, "POP_MARK"},
    Instruction{0x32, "DUP"},
    Instruction{0x64, "DICT"},
    Instruction{0x6C, "LIST"},
    Instruction{0x53, "STRING"},
    Instruction{0x54, "BINSTRING"},
    Instruction{0x56, "UNICODE"},
    Instruction{0x49, "INT"},
    Instruction{0x46, "FLOAT"},
    Instruction{0x4C, "LONG"},
    Instruction{0x67, "GET"},
    Instruction{0x70, "PUT"},
    Instruction{0x8B, "LONG4"},
    Instruction{0x90, "ADDITEMS"},
    Instruction{0x91, "FROZENSET"},
};

using InstructionTable = std::array<const Instruction*, 256>;

constexpr InstructionTable tableOfInstructions() {
    InstructionTable table{};
    for (const Instruction& instruction : kInstructions)
        table[instruction.code] = &instruction;
    return table;
}

constexpr InstructionTable kTable = tableOfInstructions();

tl::unexpected<Error> corrupt(const std::string& what, std::size_t at) {
    return fail(ErrorCode::CorruptFile, "The checkpoint is damaged: its object tree " + what + " at byte " +
                                            std::to_string(at) + "; fetch it again.");
}

tl::unexpected<Error> foreign(const std::string& what) {
    return fail(ErrorCode::Unsupported,
                "The checkpoint " + what + "; save only the weights (state dict) again.");
}

std::string describe(std::uint8_t code, const Instruction* known) {
    if (known != nullptr)
        return known->name;
    constexpr std::string_view kDigits = "0123456789abcdef";
    return std::string("0x") + kDigits[code >> 4] + kDigits[code & 15U];
}

Result<int> readProtocol(PickleMachine& machine) {
    if (machine.isAtEnd() || machine.nextInstruction() != kProtocol || machine.isAtEnd())
        return corrupt("doesn't begin with PROTO", 0);
    const int protocol = machine.nextInstruction();
    if (protocol < kOldestProtocol || protocol > kNewestProtocol)
        return foreign("uses version " + std::to_string(protocol) +
                       " of Python's pickle format instead of 2 to 4");
    return protocol;
}

Status step(PickleMachine& machine, std::uint8_t code, int protocol) {
    const std::size_t at = machine.position() - 1;
    const Instruction* instruction = kTable[code];
    if (instruction == nullptr || instruction->run == nullptr || instruction->protocol > protocol)
        return foreign("uses the pickle instruction " + describe(code, instruction) + " at byte " +
                       std::to_string(at) + ", which weights don't need");
    if ((machine.*instruction->run)())
        return {};
    if (machine.isForeign())
        return foreign(machine.problem());
    return corrupt(machine.problem() + " in " + instruction->name, at);
}

} // namespace

Result<PickleTree> readPickle(std::span<const std::byte> bytes) {
    if (bytes.size() > kMaxPickle)
        return foreign("describes more objects than a set of weights has");
    PickleMachine machine(bytes);
    ASSIGN_OR_RETURN(const int protocol, readProtocol(machine));
    while (!machine.isAtEnd()) {
        const std::uint8_t code = machine.nextInstruction();
        if (code != kStop) {
            RETURN_IF_ERROR(step(machine, code, protocol));
            continue;
        }
        if (!machine.finish())
            return corrupt(machine.problem(), machine.position() - 1);
        return std::move(machine.tree());
    }
    return corrupt("breaks off", bytes.size());
}

} // namespace inference
