using System.Runtime.CompilerServices;
using Xunit.Sdk;

namespace VerifyXunit;

/// <summary>A comparison that can be named more closely before it is awaited.</summary>
internal sealed class SettingsTask(string target, string directory, string name)
{
    private string _parameters = "";

    /// <summary>Adds <c>_text</c> to the file name: one verified file per case of a theory.</summary>
    internal SettingsTask UseTextForParameters(string text)
    {
        _parameters = $"_{text}";
        return this;
    }

    /// <summary>Runs the comparison.</summary>
    public TaskAwaiter GetAwaiter() => CompareAsync().GetAwaiter();

    private async Task CompareAsync()
    {
        var verifiedFile = Path.Combine(directory, $"{name}{_parameters}.verified.txt");
        var receivedFile = Path.Combine(directory, $"{name}{_parameters}.received.txt");
        var received = Normalize(target);
        var verified = File.Exists(verifiedFile) ? Normalize(await File.ReadAllTextAsync(verifiedFile)) : null;
        if (received == verified)
        {
            File.Delete(receivedFile);
            return;
        }

        await ReplaceAsync(receivedFile, received);
        var reason = verified is null
            ? $"There is no verified file yet. Received:\n{received}"
            : LineDiff.Between(verified, received);
        throw new XunitException(
            $"""
            {Path.GetFileName(verifiedFile)} does not hold what was received.
            When the new text is right, rename the received file:
              mv '{receivedFile}' '{verifiedFile}'

            {reason}
            """);
    }

    /// <summary>Two target frameworks may run the same test at the same time: a half-written file must not be seen.</summary>
    private static async Task ReplaceAsync(string file, string text)
    {
        var temporary = $"{file}.{Environment.ProcessId}";
        await File.WriteAllTextAsync(temporary, text);
        File.Move(temporary, file, overwrite: true);
    }

    private static string Normalize(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
}
