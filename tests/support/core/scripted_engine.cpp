// SPDX-License-Identifier: Apache-2.0
#include "scripted_engine.h"

#include "core/media/image_loader.h"

#include <QByteArray>

#include <algorithm>
#include <new>
#include <thread>
#include <utility>

namespace core {

namespace {

using namespace std::chrono_literals;

Status stopped() {
    return inference::fail(ErrorCode::Cancelled, "Stopped.");
}

inference::MaskLogits logits(int side, float value) {
    return {side, side, std::make_shared<const std::vector<float>>(std::size_t(side * side), value)};
}

class ScriptedSession final : public SessionPort {
public:
    ScriptedSession(EngineScript& script, const inference::ImageView& image, std::string name)
        : m_script(script), m_width(image.width), m_height(image.height), m_name(std::move(name)) {}

    int width() const override { return m_width; }
    int height() const override { return m_height; }
    bool isPrepared() const override { return m_prepared; }

    Status prepare(const inference::RunControl& control, inference::Purpose /*purpose*/) override {
        if (m_prepared) {
            return {};
        }
        m_script.log("encode+ " + m_name);
        for (int i = 0; i < m_script.encodeSteps; ++i) {
            if (!pause(control, "image encoder", i, m_script.encodeSteps)) {
                m_script.log("encode! " + m_name);
                return stopped();
            }
        }
        if (m_script.failEncode) {
            return inference::fail(ErrorCode::DeviceLost, "The device went away");
        }
        m_prepared = true;
        m_script.log("encode- " + m_name);
        return {};
    }

    Result<inference::ConceptResult> segmentConcept(const inference::ConceptPrompt& prompt,
                                                    const inference::ConceptOptions&,
                                                    const inference::RunControl& control) override {
        RETURN_IF_ERROR(answer(prompt.text, control));
        inference::ConceptResult result;
        result.presence = 1;
        for (const float score : {0.3F, 0.9F}) {
            result.instances.push_back({score, {1, 2, 3, 4}, logits(m_script.maskSize, score)});
        }
        return result;
    }

    Result<std::vector<inference::MaskCandidate>>
    segmentInstance(const inference::InstancePrompt& prompt, const inference::RunControl& control) override {
        m_script.remember(prompt);
        RETURN_IF_ERROR(answer("click", control));
        std::vector<inference::MaskCandidate> masks;
        const int count = prompt.multimask ? 3 : 1;
        for (int i = 0; i < count; ++i) {
            const float quality = prompt.multimask ? 0.5F + 0.2F * float(i) : 0.8F;
            masks.push_back(
                {quality, logits(m_script.maskSize, quality), logits(m_script.maskSize, -quality)});
        }
        return masks;
    }

private:
    Status answer(const std::string& what, const inference::RunControl& control) {
        RETURN_IF_ERROR(prepare(control, {}));
        m_script.log("prompt+ " + what);
        if (m_script.throwBadAlloc) {
            throw std::bad_alloc();
        }
        for (int i = 0; i < m_script.promptSteps; ++i) {
            if (!pause(control, "fusion encoder", i, m_script.promptSteps)) {
                m_script.log("prompt! " + what);
                return stopped();
            }
        }
        m_script.log("prompt- " + what);
        return {};
    }

    bool pause(const inference::RunControl& control, const char* phase, int done, int total) {
        if (control.yield) {
            control.yield();
        }
        if (control.progress) {
            control.progress({phase, done, total});
        }
        std::this_thread::sleep_for(m_script.step);
        return !control.stop.stop_requested();
    }

    EngineScript& m_script;
    int m_width;
    int m_height;
    std::string m_name;
    bool m_prepared = false;
};

class ScriptedEngine final : public EnginePort {
public:
    ScriptedEngine(EngineScript& script, const QString& file) : m_script(script) {
        m_info.name = file.toStdString();
        m_info.maskSize = script.maskSize;
        m_info.threshold = 0.4F;
        m_info.hasText = true;
        m_info.hasClicks = true;
    }

    const inference::ModelInfo& info() const override { return m_info; }
    std::string deviceName() const override { return "script"; }

    Result<std::unique_ptr<SessionPort>> openImage(const inference::ImageView& image,
                                                   std::string contentHash) override {
        const std::string name = QByteArray::fromHex(QByteArray::fromStdString(contentHash)).toStdString();
        m_script.log("open " + name);
        return std::make_unique<ScriptedSession>(m_script, image, name);
    }

private:
    EngineScript& m_script;
    inference::ModelInfo m_info;
};

} // namespace

void EngineScript::log(const std::string& line) {
    const std::scoped_lock lock(m_mutex);
    m_lines.push_back(line);
}

std::vector<std::string> EngineScript::lines() const {
    const std::scoped_lock lock(m_mutex);
    return m_lines;
}

int EngineScript::count(const std::string& line) const {
    const std::vector<std::string> all = lines();
    return int(std::count(all.begin(), all.end(), line));
}

bool EngineScript::waitFor(const std::string& line, int times) const {
    const auto until = std::chrono::steady_clock::now() + 5s;
    while (count(line) < times) {
        if (std::chrono::steady_clock::now() > until) {
            return false;
        }
        std::this_thread::sleep_for(1ms);
    }
    return true;
}

std::vector<inference::InstancePrompt> EngineScript::instancePrompts() const {
    const std::scoped_lock lock(m_mutex);
    return m_prompts;
}

void EngineScript::remember(const inference::InstancePrompt& prompt) {
    const std::scoped_lock lock(m_mutex);
    m_prompts.push_back(prompt);
}

EngineFactory scriptedFactory(EngineScript& script) {
    return
        [&script](const QString& file, const std::stop_token& stop) -> Result<std::unique_ptr<EnginePort>> {
            script.log("load " + file.toStdString());
            const auto end =
                std::chrono::steady_clock::now() + std::chrono::milliseconds(script.loadMilliseconds);
            while (std::chrono::steady_clock::now() < end && !stop.stop_requested()) {
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            }
            if (stop.stop_requested()) {
                return fail(ErrorCode::Cancelled, QStringLiteral("Stopped."));
            }
            if (script.badFiles.count(file) != 0) {
                return fail(ErrorCode::CorruptFile, QStringLiteral("The file %1 is no model").arg(file));
            }
            return std::make_unique<ScriptedEngine>(script, file);
        };
}

LoadedImage scriptedImage(qint64 id, const QByteArray& hash, QSize size) {
    LoadedImage image;
    image.id = ImageId{id};
    image.hash = hash;
    image.image = QImage(size, QImage::Format_RGB32);
    image.image.fill(0xff102030);
    return image;
}

} // namespace core
