using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Runtime.Comments;

/// <summary>Why a comment was not taken, in words for whoever wrote it.</summary>
public static class CommentDiagnostics
{
    public static Diagnostic Blank() => Error("blank", "请先写点什么再发表评论。", "Write something before you post a comment.");

    public static Diagnostic TooLong(int length) => Error(
        "too-long",
        $"评论有 {length} 个字，最多 {RecordComment.MaximumLength} 个；请缩短或分成几条。",
        $"The comment has {length} characters, {RecordComment.MaximumLength} at most; shorten it or write several.");

    public static Diagnostic NotYours() => Error(
        "not-yours", "这条评论不是您写的，或者已被删除；请刷新页面。", "This comment is not yours, or it was deleted; refresh the page.");

    public static Diagnostic OnlyReading() => Error(
        "only-reading",
        "您在这里只能查看（如审计员），不能发表、修改或删除评论；如有需要，请联系管理员。",
        "You only read here, as auditors do, and cannot add, change or delete comments; ask your administrator if you need to.");

    public static Diagnostic RecordGone() => Error(
        "record-gone", "这条数据已被删除，不能再评论；请先恢复它。", "This record was deleted and takes no comments; restore it first.");

    public static Diagnostic TooManyFiles(int count) => Error(
        "too-many-files",
        $"评论有 {count} 个附件，最多 {RecordComment.MostFiles} 个；请分成几条。",
        $"The comment has {count} files, {RecordComment.MostFiles} at most; write several.");

    public static Diagnostic FileGone() => Error(
        "file-gone", "有附件已不存在或不属于您；请移除后重新上传。", "A file of the comment is gone or not yours; remove it and upload it again.");

    /// <summary>As <see cref="Check(string)"/>; files speak for themselves.</summary>
    public static Diagnostic? Check(string text, IReadOnlyCollection<long> files)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(files);
        return files.Count > RecordComment.MostFiles ? TooManyFiles(files.Count) : text.Length == 0 && files.Count > 0 ? null : Check(text);
    }

    /// <summary>Null when the text can stand.</summary>
    public static Diagnostic? Check(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 0 ? Blank() : text.Length > RecordComment.MaximumLength ? TooLong(text.Length) : null;
    }

    private static Diagnostic Error(string code, string chinese, string english) => new("comment." + code, Severity.Error, "", new(chinese, english));
}
