// SPDX-License-Identifier: Apache-2.0
#include "core/models/problem.h"

#include <QCoreApplication>
#include <QList>

namespace core {
namespace {

QString text(const char* sentence) {
    return QCoreApplication::translate("models", sentence);
}

// Marks the sentences of the table for the translators. %1 is the model's name, %2 the detail.
#define T(text) QT_TRANSLATE_NOOP("models", text)

struct Row {
    Problem problem;
    const char* sentence;
    QList<WayOut> ways;
    ErrorCode code = ErrorCode::Io;
};

// NOLINTNEXTLINE(readability-function-size): a table reads best in one piece
const QList<Row>& rows() {
    using enum Problem;
    using enum WayOut;
    static const QList<Row> table{
        {None, T("%1 is on this machine."), {}},
        {Stopped,
         T("Stopped. What is here of %1 is kept and the download goes on from there."),
         {TryAgain},
         ErrorCode::Cancelled},
        {LicenceNotAccepted,
         T("The licence of %1 is not accepted yet. Read it and accept it first."),
         {AcceptLicence},
         ErrorCode::InvalidArgument},
        {NoToken,
         T("%1 is given only to people with an account, and no token was sent. Make a token with read access "
           "on the server's page and enter it."),
         {EnterToken, OpenTokenPage, ImportFile}},
        {TokenInvalid,
         T("The server does not know this token. Make a new one for %1 and enter it."),
         {EnterToken, OpenTokenPage}},
        {TokenWithoutRights,
         T("The token is valid but may not read gated models. Give it the right \"Read access to contents of "
           "all public gated repos\" to get %1."),
         {OpenTokenPage, EnterToken}},
        {RequestNotSent,
         T("This account has not asked for %1 yet. Send the request on the model's page, then try again."),
         {OpenRequestPage, TryAgain, ImportFile}},
        {RequestPending,
         T("The request for %1 is sent and not answered yet. Try again when the answer has come; other "
           "models "
           "work meanwhile."),
         {OpenRequestPage, TryAgain, ImportFile}},
        {RequestRefused,
         T("The request for %1 was refused by its owners. Import a file from someone who has it, or choose "
           "another model."),
         {ImportFile}},
        {NoAccess,
         T("The server refuses to give %1 to this account (%2). Look at the model's page, or import a file."),
         {OpenRequestPage, EnterToken, ImportFile}},
        {NetworkOff,
         T("Downloads are switched off on this machine. Import %1 from a file, or ask who looks after it."),
         {ImportFile}},
        {NoAddress,
         T("No address of %1 is known. Get its file where its authors offer it, then import it."),
         {ImportFile}},
        {Offline,
         T("No address of %1 can be reached (%2). Check the network and its proxy, or import a file."),
         {TryAgain, ImportFile}},
        {BrokenOff,
         T("The connection broke off again and again (%2). What is here of %1 is kept; try again later."),
         {TryAgain, ImportFile}},
        {ServerFailed,
         T("The server could not give %1 (%2). What is here is kept; try again later."),
         {TryAgain, ImportFile}},
        {Insecure,
         T("The connection for %1 is not secure (%2). Check the date of this machine and its proxy."),
         {TryAgain, ImportFile}},
        {HashDiffers,
         T("What came is not what the catalogue promises for %1: the checksum differs. The file is set aside "
           "as %2; try again."),
         {TryAgain, ImportFile},
         ErrorCode::CorruptFile},
        {OtherFile,
         T("That is another file than the catalogue's for %1 (%2). Choose or wait for the right one."),
         {TryAgain, ImportFile},
         ErrorCode::CorruptFile},
        {Moved,
         T("The file of %1 is no longer at its address (%2). Update the program or import a file."),
         {TryAgain, ImportFile},
         ErrorCode::NotFound},
        {NoSpace,
         T("There is not enough room for %1: %2. Free some, choose another folder, or a smaller model."),
         {ChangeFolder, TryAgain}},
        {CantWrite,
         T("The models folder can't be written (%2), so %1 can't be stored. Choose another folder."),
         {ChangeFolder, TryAgain}},
        {CantRead,
         T("%2 can't be read, so %1 was not imported. Choose another file."),
         {ImportFile},
         ErrorCode::NotFound},
        {Busy,
         T("Another window or program is getting %1 just now. Wait for it, then look again."),
         {TryAgain}},
    };
    return table;
}

#undef T

const Row& rowOf(Problem problem) {
    for (const Row& row : rows()) {
        if (row.problem == problem) {
            return row;
        }
    }
    return rows().first();
}

} // namespace

QList<WayOut> waysOut(Problem problem) {
    return rowOf(problem).ways;
}

QString problemText(const Ending& ending, const QString& model) {
    // Not arg(): a server's words may hold a place marker of their own.
    QString sentence = text(rowOf(ending.problem).sentence);
    const QString detail =
        ending.detail.isEmpty() ? text(QT_TRANSLATE_NOOP("models", "no reason given")) : ending.detail;
    const qsizetype at = sentence.indexOf(QStringLiteral("%2"));
    if (at < 0) {
        return sentence.replace(QStringLiteral("%1"), model);
    }
    const QString before = sentence.left(at).replace(QStringLiteral("%1"), model);
    const QString after = sentence.mid(at + 2).replace(QStringLiteral("%1"), model);
    return before + detail + after;
}

Error toError(const Ending& ending, const QString& model) {
    return {rowOf(ending.problem).code, problemText(ending, model).toStdString()};
}

} // namespace core
