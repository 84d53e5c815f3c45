using System.Text;
using Microsoft.Playwright;

namespace LowCodeErp.Browser.Tests.Access;

/// <summary>Everything that the server has sent to a page: the answers that are text, and the messages of its circuits.</summary>
internal sealed class Received
{
    private readonly Lock _turn = new();
    private readonly StringBuilder _messages = new();
    private readonly List<Task<string>> _answers = [];

    public Received(IPage page)
    {
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => Take(frame.Binary is { Length: > 0 } bytes ? bytes : Encoding.UTF8.GetBytes(frame.Text ?? ""));
        page.Response += (_, answer) => Take(ReadAsync(answer));
    }

    /// <summary>Of the circuits alone. What is text in them is UTF-8, whatever stands around it.</summary>
    public string Messages
    {
        get
        {
            lock (_turn)
            {
                return _messages.ToString();
            }
        }
    }

    public async Task<string> AnswersAsync()
    {
        Task<string>[] answers;
        lock (_turn)
        {
            answers = [.. _answers];
        }

        return string.Join('\n', await Task.WhenAll(answers));
    }

    /// <summary>One behind the other, since a message may come in several frames.</summary>
    private void Take(byte[] frame)
    {
        lock (_turn)
        {
            _messages.Append(Encoding.UTF8.GetString(frame));
        }
    }

    private void Take(Task<string> answer)
    {
        lock (_turn)
        {
            _answers.Add(answer);
        }
    }

    private static async Task<string> ReadAsync(IResponse answer)
    {
        try
        {
            return answer.Request.ResourceType is "document" or "fetch" or "xhr" ? $"{answer.Url}\n{await answer.TextAsync()}" : answer.Url;
        }
        catch (PlaywrightException)
        {
            // A redirect has no body, and that of a page that was left is gone; CanaryTests of the web read every answer.
            return answer.Url;
        }
    }
}
