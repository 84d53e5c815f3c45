using System.CommandLine;
using System.Security.Cryptography;
using LowCodeErp.Core.Naming;
using LowCodeErp.Data.Platform;
using Microsoft.AspNetCore.Identity;

namespace LowCodeErp.Web.Commands;

/// <summary><c>member add</c>: an account with a password made up here and shown once.</summary>
internal static class MemberCommand
{
    private const int PasswordLength = 16;

    /// <summary>Without letters and digits that are mistaken for each other.</summary>
    private const string PasswordCharacters = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    public static Command Create()
    {
        var command = new Command("member", new LocalizedText("管理成员账号。", "Manages accounts.").ToString());
        command.Subcommands.Add(CreateAdd());
        return command;
    }

    private static Command CreateAdd()
    {
        var name = new Argument<string>("user-name") { Description = new LocalizedText("登录名。", "The name to sign in with.").ToString() };
        var displayName = new Option<string?>("--name") { Description = new LocalizedText("显示的姓名。", "The name shown to others.").ToString() };
        var administrator = new Option<bool>("--administrator") { Description = new LocalizedText("设为管理员。", "Makes an administrator.").ToString() };
        var database = DatabaseOption.Create();
        var command = new Command("add", new LocalizedText("添加成员，并显示一次性生成的密码。", "Adds a member and shows the password made for it.").ToString()) { name, displayName, administrator, database };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await CommandSession.OpenOrCreateAsync(parsed.GetRequiredValue(database), cancellationToken);
            var userName = parsed.GetRequiredValue(name);
            return session is null
                ? ExitCode.Refused
                : await AddAsync(session, new Member { UserName = userName, DisplayName = parsed.GetValue(displayName) ?? userName, IsAdministrator = parsed.GetValue(administrator) });
        });
        return command;
    }

    private static async Task<int> AddAsync(CommandSession session, Member member)
    {
        await using var scope = session.Services.CreateAsyncScope();
        var members = scope.ServiceProvider.GetRequiredService<UserManager<Member>>();
        if (await members.FindByNameAsync(member.UserName!) is not null)
        {
            CommandSession.Error(new($"已有成员“{member.UserName}”。", $"There is a member \"{member.UserName}\" already."));
            return ExitCode.Refused;
        }

        var password = RandomNumberGenerator.GetString(PasswordCharacters, PasswordLength);
        var created = await members.CreateAsync(member, password);
        if (!created.Succeeded)
        {
            CommandSession.Error(new($"登录名“{member.UserName}”不能使用，请换一个。", $"\"{member.UserName}\" cannot be a user name; choose another."));
            return ExitCode.Refused;
        }

        CommandSession.Say(new($"已添加“{member.UserName}”，密码：{password}（请立即转交，不会再次显示）", $"Added \"{member.UserName}\", password: {password} (hand it over now, it is not shown again)"));
        return ExitCode.Done;
    }
}
