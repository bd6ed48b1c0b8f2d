using System.Collections.Frozen;
using System.CommandLine;
using OneDrive.Sdk.Emulator.Control;

namespace OneDrive.Sdk.Emulator.Tool;

/// <summary>What is said of arguments that the tool does not have: the option that was probably meant.</summary>
internal static class UnknownArguments
{
    // What other servers call the same thing.
    private static readonly FrozenDictionary<string, string> OtherNames = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["host"] = "--listen",
        ["bind"] = "--listen",
        ["address"] = "--listen",
        ["ip"] = "--listen",
        ["hostname"] = "--listen",
        ["tls"] = "--https",
        ["ssl"] = "--https",
        ["secure"] = "--https",
        ["location"] = "--data",
        ["dir"] = "--data",
        ["folder"] = "--data",
        ["storage"] = "--data",
        ["database"] = "--data",
        ["files"] = "--seed",
        ["delay"] = "--latency",
        ["slow"] = "--latency",
        ["speed"] = "--bandwidth",
        ["rate"] = "--bandwidth",
        ["cert"] = "--certificate",
        ["quota"] = "--users",
        ["kind"] = "--drive-type",
        ["headers"] = "--record-bodies",
        ["bodies"] = "--record-bodies",
        ["debug"] = "--record-bodies",
        ["verbose"] = "--record-bodies",
        ["usage"] = "--help",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>A line for each argument that is wrong. The words behind it count as its value.</summary>
    public static IEnumerable<string> Describe(IEnumerable<string> arguments, IEnumerable<Option> options)
    {
        var names = options.Select(option => option.Name).ToList();
        var isValue = false;
        foreach (var argument in arguments)
        {
            if (IsOption(argument))
            {
                isValue = true;
                yield return $"'{NameOf(argument)}' is not an option.{Suggest(argument, names)}";
            }
            else if (!isValue)
            {
                isValue = true;
                yield return $"'{argument}' is not an option. {EmulatorCommand.Name} accepts options only.{Suggest(argument, names)}";
            }
        }
    }

    /// <summary>Whether an argument was meant as an option.</summary>
    public static bool IsOption(string argument) => argument is ['-', not (>= '0' and <= '9'), ..];

    private static string Suggest(string argument, IEnumerable<string> names)
    {
        var name = NameOf(argument).TrimStart('-', '/');
        var meant = OtherNames.GetValueOrDefault(name) is { } other && !names.Contains("--" + name, StringComparer.OrdinalIgnoreCase)
            ? other
            : NearestName.Find(name, names);
        return meant is null ? string.Empty : $" Did you mean '{meant}'?";
    }

    private static string NameOf(string argument)
        => argument.IndexOfAny(['=', ':'], startIndex: 1 % Math.Max(1, argument.Length)) is > 0 and var end ? argument[..end] : argument;
}
