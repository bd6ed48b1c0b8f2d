using System.CommandLine;
using System.Text;

namespace OneDrive.Sdk.Cli.Commands;

/// <summary>Writes a file to the standard output.</summary>
internal static class CatCommand
{
    private const long LargestAsJson = 16 * 1024 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    internal static Command Create(Globals globals)
    {
        var path = Arguments.Path(description: "A file of the drive.");
        return new Verb(globals, "cat", "Write a file to the standard output.", path).Run((session, parsed, token) =>
            RunAsync(session, parsed.GetValue(path)!, parsed.InvocationConfiguration.Output, token));
    }

    private static async Task<int> RunAsync(Session session, string path, TextWriter output, CancellationToken cancellationToken)
    {
        var connection = await session.ConnectAsync(cancellationToken);
        var address = connection.Address(path);
        if (session.Screen.IsJson)
            return await WriteJsonAsync(session, connection, address, path, cancellationToken);

        await output.FlushAsync(cancellationToken);
        if (ReferenceEquals(output, Console.Out))
        {
            await using var stream = Console.OpenStandardOutput();
            await connection.Client.Content.DownloadAsync(address, stream, cancellationToken: cancellationToken);
        }
        else
        {
            using var memory = new MemoryStream();
            await connection.Client.Content.DownloadAsync(address, memory, cancellationToken: cancellationToken);
            await output.WriteAsync(Encoding.UTF8.GetString(memory.ToArray()));
        }

        return ExitCode.Success;
    }

    private static async Task<int> WriteJsonAsync(
        Session session, Connection connection, ItemAddress address, string path, CancellationToken cancellationToken)
    {
        var item = await connection.Client.Items.GetAsync(address, cancellationToken: cancellationToken);
        if (item.Size > LargestAsJson)
            throw new CliException("The file is larger than 16 MiB, too large for JSON.", ExitCode.Failed, "Leave --json out.");
        using var memory = new MemoryStream();
        await connection.Client.Content.DownloadAsync(address, memory, cancellationToken: cancellationToken);
        var json = ItemJson.Of(item, RemotePath.Show(path));
        try
        {
            (json["encoding"], json["content"]) = ("utf-8", Utf8.GetString(memory.GetBuffer(), 0, (int)memory.Length));
        }
        catch (ArgumentException)
        {
            (json["encoding"], json["content"]) = ("base64", Convert.ToBase64String(memory.GetBuffer(), 0, (int)memory.Length));
        }

        session.Screen.Json(json);
        return ExitCode.Success;
    }
}
