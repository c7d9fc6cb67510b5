// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/core/coco_sample.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace core {

inline QByteArray contentsOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A folder with one COCO file that is written and read.
class CocoFixture : public testing::Test {
protected:
    QString file() const { return m_folder.filePath(QStringLiteral("annotations.json")); }
    QByteArray exported(const SampleDataset& dataset, const ExportOptions& options = {}) {
        const Result<LossReport> report = exportCoco(dataset.source(), m_folder.path(), options);
        EXPECT_TRUE(report) << report.error().message;
        return contentsOf(file());
    }
    Result<ImportedDataset> imported(const QByteArray& text) {
        QFile out(file());
        EXPECT_TRUE(out.open(QIODevice::WriteOnly));
        out.write(text);
        out.close();
        return importCoco(file());
    }

    QTemporaryDir m_folder;
};

} // namespace core
