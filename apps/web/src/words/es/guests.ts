import type { AppWords } from '../words.ts';

export const guests: AppWords['guests'] = {
  // All animals are masculine, so that the endings agree.
  manners:
    'Tranquilo Madrugador Paciente Curioso Amable Brillante Sereno Gentil Ágil Alegre Atento Sincero Humilde Astuto Risueño Valiente'.split(
      ' ',
    ),
  animals:
    'Zorro Tejón Erizo Castor Búho Mirlo Gorrión Lince Ciervo Petirrojo Delfín Halcón Hurón Conejo Jilguero Sapo'.split(
      ' ',
    ),
  name: (manner, animal) => `${animal} ${manner}`,
};
