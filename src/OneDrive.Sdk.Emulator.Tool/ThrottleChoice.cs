namespace OneDrive.Sdk.Emulator.Tool;

/// <summary>The value of <c>--throttle</c>: random faults, a profile of limits, or a file of limits.</summary>
internal sealed record ThrottleChoice(string Text)
{
    public static IEnumerable<string> Names => [.. Enum.GetNames<ThrottleProfile>(), .. Enum.GetNames<ServiceLimitsProfile>()];

    public static bool TryParse(string text, out ThrottleChoice choice)
    {
        choice = new ThrottleChoice(text);
        return Names.Contains(text, StringComparer.OrdinalIgnoreCase) || File.Exists(text);
    }

    public void Apply(OneDriveEmulator emulator)
    {
        if (Names.Contains(Text, StringComparer.OrdinalIgnoreCase))
        {
            if (Enum.TryParse<ThrottleProfile>(Text, ignoreCase: true, out var faults))
                emulator.Faults.Add(faults);
            else
                emulator.Limits = ServiceLimits.Of(Enum.Parse<ServiceLimitsProfile>(Text, ignoreCase: true));
            return;
        }

        try
        {
            emulator.Limits = ServiceLimits.Parse(File.ReadAllText(Text));
        }
        catch (ArgumentException exception)
        {
            throw new InvalidDataException($"--throttle {Text}: {exception.InnerException?.Message ?? exception.Message}", exception);
        }
    }
}
