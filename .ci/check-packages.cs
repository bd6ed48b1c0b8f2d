// Looks into the packed packages: dotnet run check-packages.cs <folder> <version> <repository> <project> <folder of OneDrive.Sdk packed without
// addresses>. Prints what is wrong; exit code 1 if anything is. With --same <folder> <version> <id> <folder of a build for net10.0> it compares the
// assembly, its documentation and its symbols with those of the packages, byte for byte.
using System.IO.Compression;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;

if (args[0] == "--same")
{
    return CompareBuild(args[1], args[2], args[3], args[4]);
}

var (folder, version, repository, project, plain) = (args[0], args[1], args[2], args[3], args[4]);
var findings = new List<string>();

CheckLibrary("OneDrive.Sdk");
CheckLibrary("OneDrive.Sdk.Azure");
CheckLibrary("OneDrive.Sdk.DistributedCache");
CheckLibrary("OneDrive.Sdk.EntityFrameworkCore");
CheckLibrary("OneDrive.Sdk.HealthChecks");
CheckLibrary("OneDrive.Sdk.Redis");
CheckLibrary("OneDrive.Sdk.Emulator");
CheckLibrary("OneDrive.Sdk.SharePoint");
CheckCommon("OneDrive.Sdk.Emulator.Tool");
CheckCommon("OneDrive.Sdk.Cli");

// A floor without a ceiling: consumers can raise it as SECURITY.md shows.
var floors = Dependencies("OneDrive.Sdk").Where(dependency => dependency.Id == "System.IdentityModel.Tokens.Jwt").ToList();
Expect(
    floors.Count == 2 && floors.All(floor => floor.Version == "8.23.0"),
    $"OneDrive.Sdk depends on {string.Join(" and ", floors)}, not on 8.23.0 and up");
Expect(!Dependencies("OneDrive.Sdk").Any(IsOurs), "OneDrive.Sdk depends on another package of this repository");
Expect(!Dependencies("OneDrive.Sdk.Emulator").Any(IsOurs), "OneDrive.Sdk.Emulator depends on another package of this repository");

ExpectEntry("OneDrive.Sdk", "nupkg", "ConfigurationSchema.json");
ExpectEntry("OneDrive.Sdk", "nupkg", "buildTransitive/OneDrive.Sdk.targets");

ExpectDependencies("OneDrive.Sdk.Azure", "Azure.Core", "OneDrive.Sdk");
ExpectDependencies("OneDrive.Sdk.DistributedCache", "Microsoft.Extensions.Caching.Abstractions", "OneDrive.Sdk");
ExpectDependencies("OneDrive.Sdk.EntityFrameworkCore", "Microsoft.EntityFrameworkCore.Relational", "OneDrive.Sdk");
ExpectDependencies("OneDrive.Sdk.Redis", "OneDrive.Sdk", "StackExchange.Redis");
ExpectDependencies("OneDrive.Sdk.SharePoint", "OneDrive.Sdk");
ExpectDependencies("OneDrive.Sdk.HealthChecks", "Microsoft.Extensions.Diagnostics.HealthChecks", "OneDrive.Sdk");

// Without an address a link is its text.
foreach (var text in new[] { "README.md", "CHANGELOG.md" })
{
    using var package = ZipFile.OpenRead(Path.Combine(plain, $"OneDrive.Sdk.{version}.nupkg"));
    var links = Links(Text(package, text)).Where(link => !link.StartsWith("https://", StringComparison.Ordinal)).ToList();
    Expect(links.Count == 0, $"{text} packed without addresses links to {string.Join(", ", links)}");
    Expect(!Text(package, text).Contains(".invalid", StringComparison.Ordinal), $"{text} packed without addresses holds one");
}

findings.ForEach(Console.WriteLine);
Console.WriteLine(findings.Count == 0 ? "the packages are as they should be" : $"{findings.Count} findings");
return findings.Count == 0 ? 0 : 1;

void CheckLibrary(string id)
{
    CheckCommon(id);
    foreach (var framework in new[] { "net8.0", "net10.0" })
    {
        ExpectEntry(id, "nupkg", $"lib/{framework}/{id}.dll");
        ExpectEntry(id, "nupkg", $"lib/{framework}/{id}.xml");
        ExpectEntry(id, "snupkg", $"lib/{framework}/{id}.pdb");
        CheckDocumentation(id, framework);
    }
}

// The documentation describes every public type, and nothing that users cannot see.
void CheckDocumentation(string id, string framework)
{
    using var package = Open(id, "nupkg");
    using var xml = package.GetEntry($"lib/{framework}/{id}.xml")!.Open();
    var described = XDocument.Load(xml).Descendants("member").Select(member => (string)member.Attribute("name")!).ToHashSet();
    using var content = new MemoryStream();
    using (var dll = package.GetEntry($"lib/{framework}/{id}.dll")!.Open())
    {
        dll.CopyTo(content);
    }

    content.Position = 0;
    using var file = new PEReader(content);
    var metadata = file.GetMetadataReader();
    var types = metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).ToLookup(type => IsPublic(metadata, type), type => Name(metadata, type));
    var generated = new Regex(@"^(Microsoft\.CodeAnalysis|System\.Runtime)|<");
    foreach (var type in types[true].Where(type => !generated.IsMatch(type) && !described.Contains($"T:{type}")))
    {
        findings.Add($"{id} ({framework}) does not describe {type}");
    }

    foreach (var type in types[false].Where(type => described.Any(name => name == $"T:{type}" || name[2..].StartsWith(type + ".#ctor"))))
    {
        findings.Add($"{id} ({framework}) describes {type}, which is not public");
    }
}

static int CompareBuild(string folder, string version, string id, string build)
{
    var different = new[] { "dll", "xml", "pdb" }.Where(kind =>
    {
        using var package = ZipFile.OpenRead(Path.Combine(folder, $"{id}.{version}.{(kind == "pdb" ? "snupkg" : "nupkg")}"));
        using var packed = new MemoryStream();
        using var entry = package.GetEntry($"lib/net10.0/{id}.{kind}")!.Open();
        entry.CopyTo(packed);
        return !packed.ToArray().AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(build, $"{id}.{kind}")));
    }).ToList();
    Console.WriteLine(different.Count == 0 ? $"{id} is the same again" : $"a second build of {id} gives another {string.Join(", ", different)}");
    return different.Count == 0 ? 0 : 1;
}

static bool IsPublic(MetadataReader metadata, TypeDefinition type) =>
    (type.Attributes & TypeAttributes.VisibilityMask) is TypeAttributes.Public
    || ((type.Attributes & TypeAttributes.VisibilityMask) is TypeAttributes.NestedPublic
        && IsPublic(metadata, metadata.GetTypeDefinition(type.GetDeclaringType())));

static string Name(MetadataReader metadata, TypeDefinition type) => type.GetDeclaringType().IsNil
    ? $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}"
    : $"{Name(metadata, metadata.GetTypeDefinition(type.GetDeclaringType()))}.{metadata.GetString(type.Name)}";

void CheckCommon(string id)
{
    foreach (var entry in new[] { "README.md", "CHANGELOG.md", "icon.png" })
    {
        ExpectEntry(id, "nupkg", entry);
    }

    using (var package = Open(id, "nupkg"))
    {
        var readme = Text(package, "README.md");
        Expect(readme.StartsWith($"# {id}\n", StringComparison.Ordinal), $"the README of {id} is that of another package");
        Expect(Text(package, "CHANGELOG.md").Contains($"\n## [{version}]", StringComparison.Ordinal), $"CHANGELOG.md has no section {version}");
        foreach (var link in Links(readme).Concat(Links(Text(package, "CHANGELOG.md"))))
        {
            Expect(link.StartsWith("https://", StringComparison.Ordinal), $"a packed text of {id} links to {link}");
        }

        Expect(
            Links(readme).Any(link => link == $"{repository}/blob/v{version}/CHANGELOG.md"),
            $"the README of {id} does not link to the changes of {version} at {repository}");
    }

    var metadata = Nuspec(id).Descendants().ToList();
    string Value(string name) => metadata.FirstOrDefault(element => element.Name.LocalName == name)?.Value ?? "";
    Expect(Value("icon") == "icon.png", $"{id} names no icon");
    Expect(Value("projectUrl") == project, $"{id} does not name the project {project}");
    Expect(
        (string?)metadata.FirstOrDefault(element => element.Name.LocalName == "repository")?.Attribute("url") == repository,
        $"{id} does not name the repository {repository}");
    Expect(Value("tags").Split(' ').Length >= 4, $"{id} has too few tags");
    Expect(
        Value("releaseNotes").StartsWith($"{version}: ", StringComparison.Ordinal),
        $"the release notes of {id} are not those of {version}: '{Value("releaseNotes")}'");
    Expect(metadata.Any(element => element.Name.LocalName == "readme" && element.Value == "README.md"), $"{id} names no README");
    Expect(metadata.Any(element => element.Name.LocalName == "license" && element.Value == "MIT"), $"{id} names no licence");
    Expect(metadata.Any(element => element.Name.LocalName == "description" && element.Value.Length > 40), $"{id} has no description");
}

void ExpectDependencies(string id, params string[] ids)
{
    var found = Dependencies(id).Select(dependency => dependency.Id).Distinct().Order(StringComparer.Ordinal).ToList();
    Expect(found.SequenceEqual(ids), $"{id} depends on {string.Join(", ", found)}, not on {string.Join(", ", ids)}");
}

IEnumerable<Dependency> Dependencies(string id) => Nuspec(id).Descendants()
    .Where(element => element.Name.LocalName == "dependency")
    .Select(element => new Dependency((string)element.Attribute("id")!, (string)element.Attribute("version")!));

bool IsOurs(Dependency dependency) => dependency.Id.StartsWith("OneDrive.", StringComparison.Ordinal);

XDocument Nuspec(string id)
{
    using var package = Open(id, "nupkg");
    using var nuspec = package.GetEntry($"{id}.nuspec")!.Open();
    return XDocument.Load(nuspec);
}

void ExpectEntry(string id, string extension, string entry)
{
    using var package = Open(id, extension);
    Expect(package.GetEntry(entry) is not null, $"{id}.{version}.{extension} holds no {entry}");
}

ZipArchive Open(string id, string extension) => ZipFile.OpenRead(Path.Combine(folder, $"{id}.{version}.{extension}"));

static string Text(ZipArchive package, string entry)
{
    using var reader = new StreamReader(package.GetEntry(entry)!.Open());
    return reader.ReadToEnd().ReplaceLineEndings("\n");
}

static IEnumerable<string> Links(string text) =>
    Regex.Matches(Regex.Replace(text, "(?s)```.*?```|`[^`\n]*`", "`"), @"\]\(([^)\s]+)\)").Select(match => match.Groups[1].Value);

void Expect(bool holds, string finding)
{
    if (!holds)
    {
        findings.Add(finding);
    }
}

internal sealed record Dependency(string Id, string Version);
