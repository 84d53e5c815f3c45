using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Data.Providers;

/// <summary>Every mistake that an operator can make about the database. None of them ever quotes a password.</summary>
public static class DatabaseDiagnostics
{
    public static Diagnostic TargetIsBlank(string path) => Error("database.target.blank", path, new(
        "没有指定数据库。请填写 SQLite 文件路径，或 PostgreSQL 连接串（Host=…;Database=…），或 SQL Server 连接串（Server=…;Database=…）。",
        "No database is given. Write the path of a SQLite file, a PostgreSQL connection string (Host=…;Database=…) or a SQL Server connection string (Server=…;Database=…)."));

    public static Diagnostic TargetIsUnreadable(string path) => Error("database.target.unreadable", path, new(
        "数据库连接串的格式不正确。请写成“名称=值”并用分号隔开；值中含有分号或引号时，请用双引号括起来。",
        "The database connection string cannot be read. Write name=value pairs separated by semicolons; put a value that contains a semicolon or a quote in double quotes."));

    public static Diagnostic TargetHasNoServer(string path) => Error("database.target.no-server", path, new(
        "连接串没有说明使用哪种数据库。PostgreSQL 请写 Host=…，SQL Server 请写 Server=…，SQLite 请写 Data Source=文件路径。",
        "The connection string does not say which database it means. Write Host=… for PostgreSQL, Server=… for SQL Server, Data Source=path for SQLite."));

    public static Diagnostic TargetHasNoDatabase(string path, string server) => Error("database.target.no-database", path, new(
        $"连接串指定了服务器“{server}”，但没有指定数据库名。请加上 Database=名称。",
        $"The connection string names the server '{server}' but no database. Add Database=name."));

    public static Diagnostic SettingIsUnknown(string path, string setting, string provider) => Error("database.target.unknown-setting", path, new(
        $"{provider} 连接串中的“{setting}”不能识别，或其值不正确。请更正或删除它。",
        $"'{setting}' is not a setting of a {provider} connection string, or its value is not possible. Correct or remove it."));

    public static Diagnostic FileIsMemory(string path) => Error("database.target.memory", path, new(
        "不能使用 SQLite 内存数据库，因为关闭后数据会丢失。请填写一个文件路径。",
        "A SQLite database in memory cannot be used, because its data is lost on closing. Write the path of a file."));

    public static Diagnostic FileIsFolder(string path, string file) => Error("database.target.folder", path, new(
        $"“{file}”是文件夹，不是 SQLite 文件。请在后面加上文件名，例如 erp.db。",
        $"'{file}' is a folder, not a SQLite file. Add a file name to it, such as erp.db."));

    public static Diagnostic ReadTimeLimitIsWrong(string path, string text, int most) => Error("database.read-time-limit", path, new(
        $"“{text}”不能作为查询时限。请填写 1 到 {most} 之间的整秒数，或不填（默认 60 秒）。",
        $"'{text}' is no time limit for reads. Write whole seconds from 1 to {most}, or leave it out for 60."));

    public static Diagnostic CannotOpen(DatabaseTarget target) => Error("database.cannot-open", "", new(
        $"无法打开数据库 {target}。请确认服务器已启动、地址和账号密码正确；若是 SQLite，请确认文件是数据库且所在文件夹可写。",
        $"The database {target} cannot be opened. Check that the server runs and that address, user and password are right; for SQLite, that the file is a database and its folder may be written."));

    public static Diagnostic IsMissing(DatabaseTarget target) => Error("database.missing", "", new(
        $"没有数据库 {target}。请检查 --database；要新建，请先启动服务（serve）或安装模板（template install）。",
        $"There is no database {target}. Check --database; to create it, start the server (serve) or install a template (template install) first."));

    public static Diagnostic IsNewer(DatabaseTarget target, string migration) => Error("database.newer", "", new(
        $"数据库 {target} 已由更新版本的程序升级（{migration}），本版本不能使用。请安装较新的程序版本，或恢复升级前的备份。",
        $"The database {target} was upgraded by a newer version of this program ({migration}) and cannot be used by this one. Install the newer version, or restore the backup from before the upgrade."));

    private static Diagnostic Error(string code, string path, Core.Naming.LocalizedText message) => new(code, Severity.Error, path, message);
}
