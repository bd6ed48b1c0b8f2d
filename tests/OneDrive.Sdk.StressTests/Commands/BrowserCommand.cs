using System.CommandLine;
using OneDrive.Sdk.StressTests.Browser;

namespace OneDrive.Sdk.StressTests.Commands;

/// <summary>Signs in for the first time through a real browser.</summary>
internal static class BrowserCommand
{
    internal static Command Create()
    {
        var chromium = new Option<string>("--chromium")
        {
            Description = "The browser's program.",
            DefaultValueFactory = _ => "chromium",
        };
        var command = new Command("browser", "A person signs in and declines in a real browser, at the emulator's page.") { chromium };
        command.SetAction((result, cancellationToken) =>
            BrowserSignIn.RunAsync(result.GetRequiredValue(chromium), cancellationToken));
        return command;
    }
}
