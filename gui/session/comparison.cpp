// SPDX-License-Identifier: Apache-2.0
#include "gui/session/comparison.h"

#include "gui/session/filter.h"
#include "gui/session/session.h"

#include "core/evaluation/picture_index.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace gui {
namespace {

constexpr int kLookMs = 100;
constexpr int kAll = 1'000;

/// The images of a project as the other side names them.
QHash<QString, core::ImageId> imagesOf(const core::ObjectSet& project, const core::ObjectSet& named) {
    const core::PictureIndex index(project);
    QHash<QString, core::ImageId> images;
    for (const auto& [id, clip] : named.clips) {
        const QList<qint64> found = index.find(clip.name);
        if (found.size() == 1) {
            images.insert(clip.name, core::ImageId{found.front()});
        }
    }
    return images;
}

core::Status noteAgreement(const core::ObjectSet& of, const core::ObjectSet& other,
                           const std::function<bool(std::size_t, std::size_t)>& progress,
                           QHash<core::AnnotationId, float>& agreement) {
    ASSIGN_OR_RETURN(const auto best, core::agreementOf(of, other, progress));
    for (const auto& [id, iou] : best) {
        float& known = agreement[core::AnnotationId{id}];
        known = std::max(known, float(iou));
    }
    return {};
}

} // namespace

Comparison::Comparison(Session& session, QObject* parent) : QObject(parent), m_session(session) {
    m_look.setInterval(kLookMs);
    connect(&m_look, &QTimer::timeout, this, [this] { emit progressed(m_progress->permille); });
    connect(&session, &Session::projectChanged, this, [this] {
        m_result.reset();
        cancel();
        m_background.reset(); // a reader of the file must not outlive the project
    });
}

Comparison::~Comparison() {
    if (m_progress) {
        m_progress->stop.request_stop();
    }
}

void Comparison::start(const ComparisonChoice& choice) {
    cancel();
    if (m_session.openProject() == nullptr) {
        return;
    }
    m_progress = std::make_shared<Progress>();
    m_look.start();
    emit changed({});
    // The file must have all that is on the screen.
    m_session.filter().whenWritten([self = QPointer(this), choice, mine = std::weak_ptr(m_progress)] {
        if (self && !mine.expired() && mine.lock() == self->m_progress) {
            self->run(choice);
        }
    });
}

void Comparison::run(const ComparisonChoice& choice) {
    if (!m_background) {
        m_background = std::make_unique<core::Background>();
    }
    m_background->run([choice, open = m_session.openProject()->file(),
                       progress = m_progress] { return compared(choice, open, *progress); },
                      [this](core::Result<ComparisonResult> result) {
                          m_progress.reset();
                          m_look.stop();
                          m_result.reset();
                          if (result) {
                              m_result = std::move(*result);
                          }
                          emit changed(result ? QString() : QString::fromStdString(result.error().message));
                      });
}

void Comparison::cancel() {
    if (!m_progress) {
        return;
    }
    m_progress->stop.request_stop();
    m_progress.reset();
    m_look.stop();
    if (m_background) {
        m_background->cancel();
    }
    emit changed({});
}

core::Result<ComparisonResult> Comparison::compared(ComparisonChoice choice, const QString& open,
                                                    Progress& progress) {
    const auto part = [&progress](int from, int to) {
        return [&progress, from, to](std::size_t done, std::size_t all) {
            progress.permille = from + int((to - from) * done / std::max<std::size_t>(all, 1));
            return !progress.stop.stop_requested();
        };
    };
    choice.first.part.stop = choice.second.part.stop = progress.stop.get_token();
    ComparisonResult result;
    result.firstIsOpen = choice.first.file.isEmpty();
    result.secondIsOpen = choice.second.file.isEmpty();
    const auto fileOf = [&open](const ComparedSide& side) { return side.file.isEmpty() ? open : side.file; };
    const QString second = fileOf(choice.second);
    ASSIGN_OR_RETURN(core::ObjectSet truth, core::readObjects(fileOf(choice.first), choice.first.part));
    ASSIGN_OR_RETURN(core::ObjectSet found, core::readFoundObjects(second, truth, choice.second.part));
    core::Result<core::DatasetDiff> diff = core::diffOf(truth, found, part(0, kAll / 2));
    if (diff) {
        result.diff = std::move(*diff);
        if (result.firstIsOpen) {
            RETURN_IF_ERROR(noteAgreement(truth, found, part(kAll / 2, kAll / 2), result.agreement));
        }
        if (result.secondIsOpen) {
            RETURN_IF_ERROR(noteAgreement(found, truth, part(kAll / 2, kAll / 2), result.agreement));
        }
    } else if (diff.error().code != core::ErrorCode::Unsupported) {
        return tl::unexpected(diff.error());
    }
    if (result.firstIsOpen || result.secondIsOpen) {
        result.images = imagesOf(result.firstIsOpen ? truth : found, truth);
    }
    const bool idsOfTruth = core::isResultList(second);
    ASSIGN_OR_RETURN(const core::UnitList units,
                     core::UnitList::make(std::move(truth), std::move(found), idsOfTruth));
    ASSIGN_OR_RETURN(result.figures, core::evaluate(units, choice.what, part(kAll / 2, kAll)));
    return result;
}

} // namespace gui
