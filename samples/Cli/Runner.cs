using System.CommandLine;
using System.Text.Json.Nodes;

namespace OneDrive.Sdk.Cli;

/// <summary>Runs a command and turns what goes wrong into a message and an exit code.</summary>
internal static class Runner
{
    internal static async Task<int> RunAsync(
        Globals globals,
        ParseResult parsed,
        Func<Session, ParseResult, CancellationToken, Task<int>> action,
        CancellationToken cancellationToken)
    {
        var screen = new Screen(
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error,
            parsed.GetValue(globals.Json),
            parsed.GetValue(globals.Quiet),
            parsed.GetValue(globals.NoColor));
        Session? session = null;
        try
        {
            session = Session.Create(globals, parsed, screen);
            return await action(session, parsed, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Tell(screen, "Interrupted.", session?.HowToResume, "interrupted", ExitCode.Interrupted);
        }
        catch (IOException exception) when (Screen.IsClosedPipe(exception))
        {
            return ExitCode.Success;
        }
        catch (Exception exception)
        {
            var (code, hint) = Explain(exception);
            var message = exception is CliException ? exception.Message : Describe(exception);
            if (parsed.GetValue(globals.Verbose))
                await parsed.InvocationConfiguration.Error.WriteLineAsync(SafeText.Of(exception.ToString(), keepLines: true));
            return Tell(screen, message, hint, exception is OneDriveApiException { ErrorCode: { } error } ? error : NameOf(code), code);
        }
        finally
        {
            if (session is not null)
                await session.DisposeAsync();
        }
    }

    internal static string Describe(Exception exception) => exception switch
    {
        AggregateException { InnerException: { } inner } => Describe(inner),
        OneDriveAuthenticationException { InnerException: CliException inner } => inner.Message,
        ItemNotFoundException => $"The drive has no such file or folder. ({exception.Message})",
        ArgumentException => exception.Message.Split(" (Parameter", 2)[0],
        _ => exception.Message,
    };

    internal static (int Code, string? Hint) Explain(Exception exception) => exception switch
    {
        CliException cli => (cli.ExitCode, cli.Hint),
        OneDriveAuthenticationException { InnerException: CliException inner } => (inner.ExitCode, inner.Hint),
        ItemNotFoundException => (ExitCode.NotFound, "'onedrive-cli ls' lists what is there."),
        OneDriveAuthenticationException sign => (ExitCode.SignIn, sign.Hint ?? "Sign in again with 'onedrive-cli login'."),
        OneDriveApiException { StatusCode: System.Net.HttpStatusCode.Unauthorized } =>
            (ExitCode.SignIn, "Sign in again with 'onedrive-cli login'."),
        OneDriveApiException { StatusCode: System.Net.HttpStatusCode.Forbidden } =>
            (ExitCode.Failed, "'onedrive-cli doctor' tells which permissions are missing."),
        ItemConflictException => (ExitCode.Failed, "The name is taken. --overwrite replaces a file that is there."),
        ThrottledException => (ExitCode.TryLater, "The service asks for a pause. Run the same command later."),
        OneDriveException { IsTransient: true } or OneDriveConnectionException =>
            (ExitCode.TryLater, "Run the same command again; what is done is not done again."),
        ArgumentException => (ExitCode.Usage, null),
        UnauthorizedAccessException => (ExitCode.Failed, "This user may not read or write there."),
        _ => (ExitCode.Failed, null),
    };

    private static string NameOf(int code) => code switch
    {
        ExitCode.Usage => "usage",
        ExitCode.NotFound => "notFound",
        ExitCode.SignIn => "signIn",
        ExitCode.TooMuch => "tooMuch",
        ExitCode.TryLater => "tryLater",
        _ => "failed",
    };

    private static int Tell(Screen screen, string message, string? hint, string error, int code)
    {
        if (screen.IsJson)
        {
            screen.ErrorJson(new JsonObject
            {
                ["error"] = error,
                ["message"] = message,
                ["hint"] = hint,
                ["exitCode"] = code,
            });
        }
        else
        {
            screen.Error(message, hint);
        }

        return code;
    }
}
