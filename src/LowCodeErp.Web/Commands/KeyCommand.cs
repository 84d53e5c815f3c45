using System.CommandLine;
using LowCodeErp.Core.Naming;
using LowCodeErp.Data.Encryption;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Web.Commands;

/// <summary><c>key</c>: the keys with which sensitive values are encrypted.</summary>
internal static class KeyCommand
{
    public static Command Create() => new("key", new LocalizedText("加密字段的数据密钥。", "The keys of encrypted fields.").ToString()) { CreateNew() };

    private static Command CreateNew()
    {
        var database = DatabaseOption.Create();
        var command = new Command("new", new LocalizedText("生成新的数据密钥：此后保存的值用它加密，以前的值仍用原来的密钥解密。", "Makes a new data key: it encrypts what is stored from now on; what was stored before is read with the keys of then.").ToString()) { database };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await CommandSession.OpenAsync(parsed.GetRequiredValue(database), cancellationToken);
            return session is null ? ExitCode.Refused : await RenewAsync(session, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RenewAsync(CommandSession session, CancellationToken cancellationToken)
    {
        var (id, problem) = await session.Get<KeyRenewal>().RunAsync(Actor.System, cancellationToken);
        if (problem is not null)
        {
            CommandSession.Report([problem]);
            return ExitCode.Refused;
        }

        CommandSession.Say(new(
            $"已生成第 {id} 号数据密钥。正在运行的服务在重新启动后，或读到用它加密的值时开始使用它。",
            $"Data key {id} was made. A running server uses it from its next start on, or as soon as it reads a value that was encrypted with it."));
        return ExitCode.Done;
    }
}
