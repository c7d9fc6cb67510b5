// SPDX-License-Identifier: Apache-2.0
#include "gui/docks/comparison_dock.h"

#include "gui/docks/differences_page.h"
#include "gui/docks/figures_page.h"
#include "gui/docks/side_row.h"
#include "gui/session/comparison.h"
#include "gui/session/filter.h"
#include "gui/session/review.h"
#include "gui/session/selection.h"
#include "gui/session/session.h"
#include "gui/theme.h"

#include "core/project/project.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTabWidget>

#include <algorithm>

namespace gui {
namespace {

constexpr int kAll = 1'000;      // of the progress bar
constexpr int kMostRanges = 150; // in a filter, which has a longest length

/// The images as numbers of the list, neighbours as ranges: "image:3..7 or image:9".
QString imageQuery(const std::vector<int>& numbers) {
    QStringList ranges;
    for (std::size_t i = 0; i < numbers.size() && ranges.size() < kMostRanges;) {
        std::size_t end = i;
        while (end + 1 < numbers.size() && numbers[end + 1] == numbers[end] + 1) {
            ++end;
        }
        ranges << (end == i ? QStringLiteral("image:%1").arg(numbers[i])
                            : QStringLiteral("image:%1..%2").arg(numbers[i]).arg(numbers[end]));
        i = end + 1;
    }
    return ranges.join(QStringLiteral(" or "));
}

} // namespace

ComparisonDock::ComparisonDock(Session& session, QWidget* parent)
    : QDockWidget(tr("Comparison"), parent), m_session(session), m_comparison(new Comparison(session, this)) {
    setObjectName(QStringLiteral("comparison"));
    build();
    connect(m_start, &QPushButton::clicked, this, &ComparisonDock::startOrCancel);
    connect(m_comparison, &Comparison::changed, this, &ComparisonDock::follow);
    connect(m_comparison, &Comparison::progressed, m_bar, &QProgressBar::setValue);
    connect(m_figures, &FiguresPage::classesChosen, this, &ComparisonDock::filterClasses);
    connect(m_figures, &FiguresPage::imagesChosen, this, &ComparisonDock::filterImages);
    connect(m_differences, &DifferencesPage::chosen, this, &ComparisonDock::showChange);
    connect(m_forReview, &QCheckBox::toggled, this, &ComparisonDock::updateReview);
    connect(&session, &Session::projectChanged, this, [this] { follow({}); });
    follow({});
}

void ComparisonDock::build() {
    auto* content = new QWidget(this);
    m_first = new SideRow(tr("&True:"), content);
    m_second = new SideRow(tr("&Found:"), content);
    m_what = new QComboBox(content);
    m_what->setAccessibleName(tr("What is compared"));
    m_what->addItem(tr("Masks"), int(core::Compared::Masks));
    m_what->addItem(tr("Boundaries"), int(core::Compared::Boundaries));
    m_what->addItem(tr("Boxes"), int(core::Compared::Boxes));
    m_clips = new QCheckBox(tr("&Clips"), content);
    m_clips->setToolTip(tr("The images of a folder are the frames of a clip; track_id tells who is who"));
    m_start = new QPushButton(content);
    m_bar = new QProgressBar(content);
    m_bar->setRange(0, kAll);
    m_bar->setTextVisible(false);
    m_problem = new QLabel(content);
    m_problem->setWordWrap(true);
    m_forReview = new QCheckBox(tr("&Doubts for the review queue"), content);
    m_forReview->setToolTip(tr("What the other side does not have comes early in the review"));
    m_forReview->setChecked(true);
    auto* tabs = new QTabWidget(content);
    m_figures = new FiguresPage(tabs);
    m_differences = new DifferencesPage(tabs);
    tabs->addTab(m_figures, tr("Figures"));
    tabs->addTab(m_differences, tr("Differences"));
    tabs->setDocumentMode(true);
    m_pages = tabs;
    auto* row = new QHBoxLayout;
    row->setSpacing(kGap);
    row->addWidget(m_what);
    row->addWidget(m_clips);
    row->addStretch();
    row->addWidget(m_start);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(kMargin, kGap, kMargin, kGap);
    column->setSpacing(kGap);
    column->addWidget(m_first);
    column->addWidget(m_second);
    column->addLayout(row);
    column->addWidget(m_bar);
    column->addWidget(m_problem);
    column->addWidget(m_forReview);
    column->addWidget(m_pages, 1);
    column->addStretch();
    setWidget(content);
}

void ComparisonDock::startOrCancel() {
    if (m_comparison->isRunning()) {
        m_comparison->cancel();
        return;
    }
    ComparisonChoice choice{m_first->side(), m_second->side(), core::Compared(m_what->currentData().toInt())};
    choice.first.part.clips = choice.second.part.clips = m_clips->isChecked();
    m_comparison->start(choice);
}

void ComparisonDock::follow(const QString& problem) {
    const bool running = m_comparison->isRunning();
    const bool open = m_session.openProject() != nullptr;
    const auto& result = m_comparison->result();
    m_start->setText(running ? tr("Cancel") : tr("Compare"));
    m_start->setEnabled(open);
    m_bar->setVisible(running);
    m_bar->setValue(0);
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_pages->setVisible(result.has_value());
    m_forReview->setVisible(result && !result->agreement.isEmpty());
    if (result && !running) {
        m_figures->show(result->figures);
        m_differences->show(result->diff ? &*result->diff : nullptr);
    }
    updateReview();
}

void ComparisonDock::filterClasses(const QStringList& names) {
    QStringList quoted;
    for (const QString& name : names) {
        quoted << (name.isEmpty() ? QStringLiteral("none") : core::queryQuoted(name));
    }
    m_session.filter().setText(QStringLiteral("class:%1").arg(quoted.join(QLatin1Char(','))));
}

void ComparisonDock::filterImages(const QStringList& names) {
    std::vector<int> numbers;
    const QList<core::ImageInfo>& images = m_session.project()->images();
    QHash<core::ImageId, int> places;
    for (int i = 0; i < images.size(); ++i) {
        places.insert(images[i].id, i + 1);
    }
    for (const QString& name : names) {
        if (const int place = places.value(m_comparison->result()->images.value(name))) {
            numbers.push_back(place);
        }
    }
    std::sort(numbers.begin(), numbers.end());
    // Where no image of the project is meant, none is to be shown.
    m_session.filter().setText(numbers.empty() ? QStringLiteral("image:0") : imageQuery(numbers));
}

void ComparisonDock::showChange(const core::ObjectChange& change) {
    const auto& result = m_comparison->result();
    core::ImageId image;
    core::AnnotationId instance;
    if (result && result->secondIsOpen) {
        image = {change.afterPicture};
        instance = {change.afterId};
    }
    if (result && result->firstIsOpen && !instance.isValid()) {
        image = {change.beforePicture};
        instance = {change.beforeId};
    }
    if (m_session.project() == nullptr || m_session.project()->image(image) == nullptr) {
        return; // neither side is this project, or the image was removed
    }
    m_session.showImage(image);
    if (m_session.project()->annotation(instance) != nullptr) {
        m_session.selection().select(instance);
    }
    emit shown(change.box.toAlignedRect());
}

void ComparisonDock::updateReview() {
    const auto& result = m_comparison->result();
    m_session.review().setAgreement(result && m_forReview->isChecked() ? result->agreement
                                                                       : QHash<core::AnnotationId, float>());
}

} // namespace gui
